import type { classifications as source } from '../id/classifications.ts';

/** The English of the Indonesian `classifications`. */
export const classifications: typeof source = {
  complaint: {
    label: 'Complaint',
    help: 'A service or a condition is not as it should be, and you want it put right.',
  },
  aspiration: { label: 'Suggestion', help: 'You have a proposal or a wish for the government.' },
  informationRequest: {
    label: 'Request for information',
    help: 'You want to ask something, for instance what a service requires or when it is open.',
  },
};
