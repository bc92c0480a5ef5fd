import { createNewReportSchema, type FieldError, type NewReport } from '@lapor/schemas';
import { submitReport } from '@lapor/schemas/contract';
import { reportForm } from '@lapor/schemas/form';
import { readParts } from '../http/read-parts.ts';
import { Refusal } from '../refusal/refusal.ts';
import { checkReferences } from '../reports/check-references.ts';
import { answerName } from './report-of-values.ts';
import type { Visit, VisitedSite } from './visit.ts';

/** What is wrong, and the id of the control where it can be put right. */
export interface Fault {
  readonly id: string;
  readonly message: string;
}

/** A report as the contract reads it; or everything that is wrong with it. */
export type Judgement = { readonly report: NewReport } | { readonly errors: readonly FieldError[] };

/** Judges a report by the schema of its site and by what only the gateway knows, as the contract's endpoint does. */
export const judgeReport = async (visit: Visit, site: VisitedSite, report: unknown): Promise<Judgement> => {
  const { engine, language, now } = visit;
  try {
    const parts = {
      path: {},
      query: new URLSearchParams(),
      headers: new Headers({ 'idempotency-key': '-' }),
      body: report,
    };
    const { body } = readParts(submitReport, parts, language, createNewReportSchema(site.record.limits));
    const errors = await checkReferences(engine, body as NewReport, { site: site.record, language, now });
    return errors.length === 0 ? { report: body as NewReport } : { errors };
  } catch (error) {
    if (error instanceof Refusal && error.notes.errors !== undefined) return { errors: error.notes.errors };
    throw error;
  }
};

/** The control for what an error points at. A choice that no list offers is the list's fault. */
const controlOf = (pointer: string): string => {
  const [, question] = /^\/answers\/([^/]+)/.exec(pointer) ?? [];
  if (question !== undefined) return answerName({ id: question });
  return (
    reportForm.find((field) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`))?.name ?? 'content'
  );
};

/** Errors of the contract as faults of the form, the first of each control, in the order of the form. */
export const faultsOf = (errors: readonly FieldError[]): Fault[] => {
  const order = reportForm.map(({ name }) => name as string);
  const faults = new Map<string, string>();
  for (const { pointer, message } of errors) {
    const id = controlOf(pointer);
    if (!faults.has(id)) faults.set(id, message);
  }
  return [...faults]
    .map(([id, message]) => ({ id, message }))
    .sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
};
