import type { criteria as source } from '../id/criteria.ts';

/** The English of the Indonesian `criteria`. */
export const criteria: typeof source = {
  timeliness: {
    label: 'Timeliness',
    definition: 'The share of verification, follow-up and completion deadlines that were kept, of all kept or missed.',
  },
  facilitation: {
    label: 'Facilitation',
    definition:
      'The share of reports that have reached the institution that handles them, of all that are not archived.',
  },
  improvement: {
    label: 'Improvement',
    definition: 'The share of reports that their own reporters declared fixed, of all completed reports.',
  },
  credibility: {
    label: 'Credibility',
    definition: 'The mean of the ratings that reporters gave to how their reports were handled, from 1 to 5.',
  },
};
