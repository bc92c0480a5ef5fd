import type { refusals as source } from '../id/refusals.ts';

/** The English of the Indonesian `refusals`. */
export const refusals: typeof source = {
  role: 'Your role does not include this action.',
  authority: 'Another institution holds this report.',
  status: 'This cannot be done while the report stands as it does.',
  notAnsweredYet: 'The institution in charge has not answered this report yet.',
  alreadyOwner: 'That institution already holds this report.',
  unknownInstitution: 'That institution is not on the list. Choose another one.',
  coordinatorMustDispose:
    'There is nobody left to whom the report could be returned. Pass it on to the institution that is responsible.',
  alreadyRated: 'You have already rated this report.',
  reopenPeriodOver: 'The time for reopening this report has passed. Please send a new report.',
  withdrawnByReporter: 'The reporter has withdrawn this report.',
  isMerged: 'This report has already been merged with another one.',
  notMerged: 'This report is not merged with another one.',
  closureNotAnnounced: 'The reporter has not been told yet that this report will close.',
};
