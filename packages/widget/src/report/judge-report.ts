import { createNewReportSchema, type NewReportInput, TimeZone } from '@lapor/schemas';
import { calendarDateIn } from '@lapor/schemas/clock';
import { reportForm } from '@lapor/schemas/form';
import { explainIssues, type FieldSentences } from '@lapor/schemas/messages';
import type { FormSite } from './form-site.ts';
import type { Fault } from './form-values.ts';

/** The field that an error of the contract points at. What no field stands for is told at the text of the report. */
export const fieldAt = (pointer: string): string =>
  reportForm.find((field) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`))?.name ?? 'content';

/** Errors of the contract as faults of the form: the first of each field, in the order of the form. */
export const faultsOf = (errors: readonly { pointer: string; message: string }[]): Fault[] => {
  const faults = new Map<string, string>();
  for (const { pointer, message } of errors) {
    const id = fieldAt(pointer);
    if (!faults.has(id)) faults.set(id, message);
  }
  return reportForm.flatMap(({ name }) => {
    const message = faults.get(name);
    return message === undefined ? [] : [{ id: name, message }];
  });
};

/** Today's date on the calendars of the site. Of a zone that is not known here, the one where the day begins first in Indonesia. */
export const todayAt = ({ timeZone }: Pick<FormSite, 'timeZone'>): string =>
  calendarDateIn(
    `${new Date().toISOString().slice(0, 19)}Z`,
    TimeZone.options.find((zone) => zone === timeZone) ?? 'Asia/Jayapura',
  );

/** What is wrong with a report before it is sent: by the schema under the site's limits, and by today's date. */
export const judgeReport = (report: NewReportInput, site: FormSite, sentences: FieldSentences): Fault[] => {
  const { error } = createNewReportSchema(site.limits).safeParse(report);
  const errors = error ? explainIssues(error, { input: report, sentences }) : [];
  const { date } = report.incident ?? {};
  if (date !== undefined && date > todayAt(site)) {
    const message = sentences.fieldErrors.inFuture({ field: sentences.fields.incidentDate.label });
    return faultsOf([...errors, { pointer: '/incident/date', message }]);
  }
  return faultsOf(errors);
};
