/**
 * The sentences of a form's first step in Indonesian, and no others: a page shows it from one small file. The rest stands in
 * `@lapor/schemas/messages/id` under the same names.
 *
 * @module
 */
export { classifications } from './classifications.ts';
export { emergency } from './emergency.ts';
export { firstFields } from './first-fields.ts';
export { formStart } from './form-start.ts';
