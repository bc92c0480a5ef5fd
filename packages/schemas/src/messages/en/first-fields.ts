import type { firstFields as source } from '../id/first-fields.ts';

/** The English of the Indonesian `firstFields`. */
export const firstFields: typeof source = {
  classification: {
    label: 'Kind of report',
    hint: 'Choose what fits best. If it turns out wrong, an admin will correct it.',
    missing: 'Choose the kind of report.',
  },
  title: {
    label: 'Title',
    hint: 'One short sentence, for instance “Street light out in Jalan Melati”.',
    missing: 'Write a title for your report.',
  },
  content: { label: 'Report', hint: 'Tell what happened, where, and since when.', missing: 'Write your report.' },
};
