import * as z from 'zod/mini';

/** Why a report is postponed or archived. The sentence that the reporter reads comes with it and may say more. */
export const StatusReason = z.enum([
  /** Legal proceedings, legislation, crime: what complaint handling has no authority over. */
  'outsideScope',
  'notClear',
  'noEvidence',
  'duplicate',
  /** Too long ago to be looked into. */
  'expired',
  /** Incites against ethnic group, religion, race or society (SARA). */
  'containsHate',
  'atReporterRequest',
  'wrongFormat',
  'tooGeneral',
  /** Postponed until somebody else has decided, or the budget year has begun. */
  'awaitingOthers',
  'other',
]);
/** What {@link StatusReason} parses to. */
export type StatusReason = z.infer<typeof StatusReason>;
