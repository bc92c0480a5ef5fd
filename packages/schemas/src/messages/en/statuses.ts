import type { foreignStatus as sourceOfForeign, statuses as source } from '../id/statuses.ts';

/** The English of the Indonesian `statuses`. */
export const statuses: typeof source = {
  unverified: { label: 'Not yet verified', meaning: 'We have received the report, and it waits to be looked at.' },
  verified: {
    label: 'Verified',
    meaning: 'The report has been looked at and will be passed on to the institution that is responsible.',
  },
  disposed: { label: 'Passed on', meaning: 'The report is with the responsible institution and waits for its action.' },
  inProgress: { label: 'In progress', meaning: 'The institution is working on the report.' },
  followedUp: { label: 'Answered', meaning: 'The institution has answered. The reporter can reply to the answer.' },
  reporterReplied: { label: 'Reply sent', meaning: 'The reporter has replied. The report waits for the institution.' },
  completed: { label: 'Completed', meaning: 'The report is closed.' },
  postponed: { label: 'Postponed', meaning: 'Work is postponed. The history of the report says why.' },
  archived: { label: 'Archived', meaning: 'The report is not taken further. The history of the report says why.' },
  unknown: { label: 'Other status', meaning: 'This status comes from another system and is shown as it is.' },
};

/** The English of the Indonesian `foreignStatus`. */
export const foreignStatus: typeof sourceOfForeign = ({ rawLabel }) => `Status in the other system: ${rawLabel}`;
