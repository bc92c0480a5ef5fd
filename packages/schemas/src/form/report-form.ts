import type { FormField } from './form-field.ts';

/**
 * The fields of the report form in the order in which they are asked: what, where and when, who. A form with script and
 * one without show the same ones.
 *
 * A form that has little room shows those that no report does without, and asks for the rest later.
 */
export const reportForm: readonly FormField[] = /* @__PURE__ */ Object.freeze<FormField[]>([
  { name: 'classification', step: 'say', control: 'radios', pointer: '/classification', required: true },
  { name: 'title', step: 'say', control: 'line', pointer: '/title', required: true },
  { name: 'content', step: 'say', control: 'text', pointer: '/content', required: true },
  {
    name: 'region',
    step: 'where',
    control: 'region',
    pointer: '/incident/place/regionCode',
    required: 'incidentRegion',
  },
  { name: 'landmark', step: 'where', control: 'line', pointer: '/incident/place/landmark', required: 'landmark' },
  { name: 'position', step: 'where', control: 'position', pointer: '/incident/place/position', feature: 'map' },
  { name: 'incidentDate', step: 'where', control: 'date', pointer: '/incident/date', required: 'incidentDate' },
  { name: 'attachments', step: 'where', control: 'files', pointer: '/attachments', feature: 'attachments' },
  { name: 'category', step: 'where', control: 'category', pointer: '/categoryId', required: 'category' },
  { name: 'answer', step: 'where', control: 'answers', pointer: '/answers' },
  { name: 'targetInstitution', step: 'where', control: 'institution', pointer: '/targetInstitutionId' },
  { name: 'name', step: 'who', control: 'line', pointer: '/reporter/name', autocomplete: 'name' },
  {
    name: 'email',
    step: 'who',
    control: 'email',
    pointer: '/reporter/email',
    required: 'contact',
    autocomplete: 'email',
  },
  { name: 'phone', step: 'who', control: 'telephone', pointer: '/reporter/phone', autocomplete: 'tel' },
  { name: 'notifyBy', step: 'who', control: 'news', pointer: '/reporter/notifyBy' },
  { name: 'anonymous', step: 'who', control: 'switch', pointer: '/anonymous', feature: 'anonymous' },
  { name: 'confidential', step: 'who', control: 'switch', pointer: '/confidential', feature: 'confidential' },
  { name: 'privacyNotice', step: 'who', control: 'notice', pointer: '/privacyNotice' },
]);
