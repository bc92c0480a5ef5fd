import type { gaps as sourceOfGaps, personalData as source } from '../id/text-checks.ts';

/** The English of the Indonesian `personalData`. */
export const personalData: typeof source = {
  nationalId:
    'Your text contains a national identity number (NIK). It is better to remove it: this report does not need it.',
  familyCard:
    'Your text contains the number of a family card. It is better to remove it: this report does not need it.',
  cardNumber: 'Your text contains a number of 16 digits. If it is the number of a card, it is better to remove it.',
  phoneNumber:
    'Your text contains a telephone number. If it is yours, write it only where the form asks for your details.',
  email: 'Your text contains an e-mail address. If it is yours, write it only where the form asks for your details.',
  licencePlate: 'Your text contains a licence plate. Mention it only if it is needed to deal with the report.',
};

/** The English of the Indonesian `gaps`. */
export const gaps: typeof sourceOfGaps = {
  what: {
    notClear: 'What happened? Tell a little more, so that the report is not archived as unclear.',
    tooGeneral: 'What exactly should be put right? A report that is too general may be archived.',
  },
  where: {
    notClear:
      'Where did it happen? Name a street, a village or a landmark, so that the report is not archived as unclear.',
  },
  when: {
    expired: 'When did it happen? A guess will do. Without a time, the report may be taken for one that is too old.',
  },
  evidence: {
    noEvidence: 'Do you have a photo or a document? Attach it if you do. A report without evidence may be archived.',
  },
};

/** The English of the Indonesian `gapsIntroduction`. */
export const gapsIntroduction: string = 'To make your report easier to act on (you may also send it as it is):';
