/**
 * The report form as data: its fields, their order, and where each value belongs. Labels and sentences stand in
 * `@lapor/schemas/messages` under the same names. Without zod.
 *
 * @module
 */

export { reportForm } from './report-form.ts';
export { fieldsOfSite, type FormSite, isRequiredAt } from './fields-of-site.ts';
export type { FieldControl, FormField, FormStep } from './form-field.ts';
