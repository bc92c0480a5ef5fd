import { createNewReportSchema, type NewReportInput } from '@lapor/schemas';
import { reportForm } from '@lapor/schemas/form';
import { explainIssues, type FieldSentences } from '@lapor/schemas/messages';
import type { LaterSentences } from '../sentences/later-sentences.ts';
import type { FormSite } from './form-site.ts';
import type { Fault } from './form-values.ts';

/** The field that an error of the contract points at. What no field stands for is told at the text of the report. */
export const fieldAt = (pointer: string): string =>
  // Each question of a category is a field of its own.
  /^\/(answer)s(\/[^/]+)/.exec(pointer)?.slice(1).join('') ??
  reportForm.find((field) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`))?.name ??
  'content';

const placeOf = ({ id }: Fault): number => {
  const [name] = id.split('/');
  return reportForm.findIndex((field) => field.name === name);
};

/** Faults in the order of the form. */
export const inOrder = (faults: readonly Fault[]): Fault[] =>
  [...faults].sort((one, other) => placeOf(one) - placeOf(other));

/** Errors of the contract as faults of the form: the first of each field, in the order of the form. */
export const faultsOf = (errors: readonly { pointer: string; message: string }[]): Fault[] => {
  const faults = new Map<string, string>();
  for (const { pointer, message } of errors) {
    const id = fieldAt(pointer);
    if (!faults.has(id)) faults.set(id, message);
  }
  return inOrder([...faults].map(([id, message]) => ({ id, message })));
};

/** Today's date on the calendars of the site. Of a zone that is not known here, the one where the day begins first in Indonesia. */
export const todayAt = ({ timeZone }: Pick<FormSite, 'timeZone'>, now = new Date()): string => {
  // Sweden writes dates as the contract does. The browser knows the zones: no table of ours has to be loaded.
  const dayIn = (zone: string): string => new Intl.DateTimeFormat('sv', { timeZone: zone }).format(now);
  try {
    return dayIn(timeZone);
  } catch {
    return dayIn('Asia/Jayapura');
  }
};

/** What is said about what is wrong. */
export type JudgeSentences = FieldSentences & Pick<LaterSentences, 'newsChoices'>;

/** What is wrong with a report before it is sent: by the schema under the site's limits, and by today's date. */
export const judgeReport = (report: NewReportInput, site: FormSite, sentences: JudgeSentences): Fault[] => {
  const { error } = createNewReportSchema(site.limits).safeParse(report);
  const faults: { pointer: string; message: string }[] = error
    ? explainIssues(error, { input: report, sentences })
    : [];
  const { fields, fieldErrors, newsChoices } = sentences;
  const add = (pointer: string, message: string): void => void faults.push({ pointer, message });
  const { email, phone, notifyBy } = report.reporter ?? {};
  // Whoever wants to be told has to say where.
  if (notifyBy === 'email' && email === undefined) add('/reporter/email', newsChoices.missing.email);
  if (notifyBy === 'sms' && phone === undefined) add('/reporter/phone', newsChoices.missing.sms);
  const { date } = report.incident ?? {};
  if (date !== undefined && date > todayAt(site))
    add('/incident/date', fieldErrors.inFuture({ field: fields.incidentDate.label }));
  return faultsOf(faults);
};
