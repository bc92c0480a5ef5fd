import { firstFields } from './first-fields.ts';
import type { fields as source } from '../id/fields.ts';

/** The English of the Indonesian `fields`. */
export const fields: typeof source = {
  ...firstFields,
  incidentDate: {
    label: 'Date of the incident',
    hint: 'If you do not remember exactly, a guess will do.',
    missing: 'Choose the date of the incident.',
  },
  region: {
    label: 'Region',
    hint: 'Choose the smallest region you know.',
    missing: 'Choose the region of the incident.',
  },
  landmark: {
    label: 'Landmark',
    hint: 'A street or something nearby, for instance “in front of Pasar Raya”.',
    missing: 'Write how to find the place.',
  },
  position: {
    label: 'Point on the map',
    hint: 'Optional. It helps officers to find the place.',
    missing: 'Mark the place on the map.',
  },
  category: {
    label: 'Category',
    hint: 'You can leave this empty. An admin will choose one.',
    missing: 'Choose a category for your report.',
  },
  answer: { label: 'Answer', hint: 'A further question of the category you chose.', missing: 'Answer this question.' },
  targetInstitution: {
    label: 'Institution',
    hint: 'You can leave this empty. An admin will pass your report on to the institution that is responsible.',
    missing: 'Choose an institution.',
  },
  attachments: {
    label: 'Attachments',
    hint: 'Photos or documents that support your report.',
    missing: 'Add an attachment.',
  },
  name: { label: 'Your name', hint: 'A single word is fine.', missing: 'Write your name.' },
  email: {
    label: 'E-mail address',
    hint: 'For news about this report.',
    missing: 'Write your e-mail address or your telephone number.',
  },
  phone: { label: 'Telephone number', hint: 'For instance 0812 3456 7890.', missing: 'Write your telephone number.' },
  notifyBy: {
    label: 'How to reach you',
    hint: 'You can also look up the news with the number of your report at any time.',
    missing: 'Choose how to reach you.',
  },
  anonymous: {
    label: 'Anonymous',
    hint: 'Your name is not shown to the public or to the reported institution.',
    missing: 'Choose whether to stay anonymous.',
  },
  confidential: {
    label: 'Confidential',
    hint: 'Your report is not shown to the public.',
    missing: 'Choose whether this report is confidential.',
  },
  privacyNotice: {
    label: 'Privacy notice',
    hint: 'How we use your data.',
    missing: 'Read the privacy notice, then give your consent.',
  },
  message: { label: 'Message', hint: 'Write an answer or further details.', missing: 'Write your message.' },
  reason: { label: 'Reason', hint: 'Tell us why.', missing: 'Write the reason.' },
  rating: { label: 'Rating', hint: '1 is poor, 5 is very good.', missing: 'Choose a rating from 1 to 5.' },
  trackingId: {
    label: 'Report number',
    hint: 'The digits on your receipt, for instance 9165816.',
    missing: 'Write the number of your report.',
  },
};
