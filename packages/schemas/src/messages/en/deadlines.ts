import type { TimeLimit } from '../../deadline.ts';
import { formatDay } from '../formats.ts';
import type { deadlineKinds as sourceOfKinds, deadlines as source } from '../id/deadlines.ts';
import { counted } from './counted.ts';

const inDays = (days: number, unit: TimeLimit['unit']) =>
  unit === 'workingDay' ? counted(days, 'working day', 'working days') : counted(days, 'day', 'days');

/** The English of the Indonesian `deadlineKinds`. */
export const deadlineKinds: typeof sourceOfKinds = {
  verification: {
    label: 'Verification deadline',
    meaning: 'The report is looked at and passed on to the institution that is responsible.',
  },
  followUp: { label: 'Follow-up deadline', meaning: 'The institution acts on the report and answers it.' },
  reporterResponse: {
    label: 'Reply deadline',
    meaning: 'The reporter can reply. After that the report closes by itself.',
  },
  completion: { label: 'Completion deadline', meaning: 'The whole report has been dealt with.' },
  legalLimit: { label: 'Legal limit', meaning: 'After that the reporter can turn to the Ombudsman.' },
};

const labelOf = (kind: string): string =>
  (deadlineKinds as Partial<Record<string, { label: string }>>)[kind]?.label ?? 'Deadline';

/** The English of the Indonesian `deadlines`. */
export const deadlines: typeof source = {
  running: ({ kind, dueOn }) => `${labelOf(kind)}: ${formatDay(dueOn, 'en-GB')}`,
  met: ({ kind, dueOn }) => `${labelOf(kind)} (${formatDay(dueOn, 'en-GB')}): kept`,
  missed: ({ kind, dueOn }) => `${labelOf(kind)} (${formatDay(dueOn, 'en-GB')}): missed`,
  lifted: ({ kind }) => `${labelOf(kind)}: no longer applies`,
  left: ({ days, unit }) => (days === 0 ? 'today is the last day' : `${inDays(days, unit)} left`),
  overdue: ({ days, unit }) => (days === 0 ? 'has passed' : `${inDays(days, unit)} late`),
  settled: ({ days, unit }) => (days === 0 ? 'in time' : `done, ${inDays(days, unit)} late`),
  limit: ({ amount, unit }) => `within ${inDays(amount, unit)}`,
  provisional: 'This date may still move, because the holidays of that year have not been decreed yet.',
};
