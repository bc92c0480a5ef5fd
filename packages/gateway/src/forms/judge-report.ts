import type { Category, FieldError, NewReport } from '@lapor/schemas';
import { reportForm } from '@lapor/schemas/form';
import { readNewReport } from '../http/read-new-report.ts';
import { Refusal } from '../refusal/refusal.ts';
import { checkReferences } from '../reports/check-references.ts';
import { answerName } from './report-of-values.ts';
import type { Visit, VisitedSite } from './visit.ts';

/** What is wrong, and the id of the control where it can be put right. */
export interface Fault {
  readonly id: string;
  readonly message: string;
  /** Where it is told far from its control, with what it is about; the message alone where that says it already. */
  readonly toldAfar?: string;
}

/** A report as the contract reads it; or everything that is wrong with it. */
export type Judgement = { readonly report: NewReport } | { readonly errors: readonly FieldError[] };

/** What the schema of the site says to a report. */
const judgeBySchema = (visit: Visit, { record }: VisitedSite, report: unknown): Judgement => {
  try {
    return { report: readNewReport(record, visit.language, report, '-') };
  } catch (error) {
    if (error instanceof Refusal && error.notes.errors !== undefined) return { errors: error.notes.errors };
    throw error;
  }
};

/**
 * Whoever wants to be told has to say where. The contract takes such a report all the same: a program that forgot the
 * address must not lose a citizen's words; a person can still be asked.
 */
const missingAddress = ({ say }: Visit, report: unknown): FieldError[] => {
  const { email, phone, notifyBy } = (report as NewReport).reporter ?? {};
  const required = { in: 'body', code: 'required' };
  if (notifyBy === 'email' && email === undefined)
    return [{ pointer: '/reporter/email', ...required, message: say.newsChoices.missing.email }];
  if (notifyBy === 'sms' && phone === undefined)
    return [{ pointer: '/reporter/phone', ...required, message: say.newsChoices.missing.sms }];
  return [];
};

/**
 * Judges a report as the contract's endpoint does: by the schema of its site, and by what only the gateway knows. Both
 * speak at once, so that nobody has to come back twice; the members that the second looks at are texts, whatever they say.
 */
export const judgeReport = async (visit: Visit, site: VisitedSite, report: unknown): Promise<Judgement> => {
  const { engine, language, now } = visit;
  const judged = judgeBySchema(visit, site, report);
  const errors = [
    ...missingAddress(visit, report),
    ...(await checkReferences(engine, report as NewReport, { site: site.record, language, now })),
  ];
  if (errors.length === 0) return judged;
  return { errors: 'errors' in judged ? [...judged.errors, ...errors] : errors };
};

/** The control for what an error points at. A choice that no list offers is the list's fault. */
const controlOf = (pointer: string): string => {
  const [, question] = /^\/answers\/([^/]+)/.exec(pointer) ?? [];
  if (question !== undefined) return answerName({ id: question });
  return (
    reportForm.find((field) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`))?.name ?? 'content'
  );
};

/** A fault in words. What a category asks has its question with it: the contract's sentence knows of none. */
const faultAt = (id: string, { code, message }: FieldError, { say }: Visit, category: Category | undefined): Fault => {
  const question = category?.questions.find((one) => answerName(one) === id)?.label;
  if (question === undefined) return { id, message };
  const told = code === 'required' ? say.fields.answer.missing : message;
  return { id, message: told, toldAfar: say.formPages.answerFault({ question, message: told }) };
};

/** Errors of the contract as faults of the form, the first of each control, in the order of the form. */
export const faultsOf = (errors: readonly FieldError[], visit: Visit, category: Category | undefined): Fault[] => {
  const order = [...reportForm.map(({ name }) => name as string), ...(category?.questions.map(answerName) ?? [])];
  const faults = new Map<string, Fault>();
  for (const error of errors) {
    const id = controlOf(error.pointer);
    if (!faults.has(id)) faults.set(id, faultAt(id, error, visit, category));
  }
  return [...faults.values()].sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
};
