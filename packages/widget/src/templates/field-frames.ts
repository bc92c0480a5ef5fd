import { type FormField, fieldsOfSite, isRequiredAt, reportForm } from '@lapor/schemas/form';
import type { FormSite } from '../report/form-site.ts';
import type { Fault, FormValues } from '../report/form-values.ts';
import type { FirstSentences } from '../sentences/first-sentences.ts';
import type { LaterSentences } from '../sentences/later-sentences.ts';
import type { FieldFrame } from './field.ts';

/** What every later step shows from. */
export interface LaterView {
  readonly first: FirstSentences;
  readonly say: LaterSentences;
  readonly values: FormValues;
  readonly faults: readonly Fault[];
  readonly site: FormSite;
  readonly language: 'id' | 'en';
}

/** Whether the site's form has this field. */
export const hasField = ({ site }: Pick<LaterView, 'site'>, name: FormField['name']): boolean =>
  fieldsOfSite(site).some((field) => field.name === name);

/** The frame of a field of the contract's form: its label, its hint, what is wrong, and whether it may stay empty. */
export const frameOf = ({ first, say, faults, site }: LaterView, id: FormField['name']): FieldFrame => {
  const field = reportForm.find(({ name }) => name === id);
  return {
    id,
    label: say.fields[id].label,
    hint: say.fields[id].hint,
    error: faults.find((fault) => fault.id === id)?.message,
    optional: field && isRequiredAt(field, site) ? undefined : first.formStart.optional.label,
  };
};
