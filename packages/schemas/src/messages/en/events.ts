import { formatDay, formatNumber, listOfAll } from '../formats.ts';
import type { events as source } from '../id/events.ts';

const because = (reason: string | undefined) => (reason ? `: ${reason}` : '.');

const corrections = { title: 'title', category: 'category', place: 'place', supervision: 'kind of supervision' };

/** The English of the Indonesian `events`. */
export const events: typeof source = {
  received: ({ to }) => `The report was received. ${to} is responsible for it.`,
  verified: () => 'The report was verified.',
  disposed: ({ from, to, reason }) => `Passed on from ${from} to ${to}${because(reason)}`,
  returned: ({ from, to, reason }) => `Returned by ${from} to ${to} as outside its authority${because(reason)}`,
  postponed: ({ reason, until }) =>
    `Work was postponed${until ? ` until ${formatDay(until, 'en-GB')}` : ''}${because(reason)}`,
  archived: ({ reason }) => `The report was archived${because(reason)}`,
  followUpStarted: ({ by }) => `${by} began to work on the report.`,
  responded: ({ by }) => `${by} answered the report.`,
  replied: () => 'The reporter replied to the institution.',
  supported: () => 'Somebody else has the same trouble.',
  confirmed: ({ rating }) =>
    `The reporter said that the matter is settled and gave ${formatNumber(rating, 'en-GB')} out of 5.`,
  disputed: () => 'The reporter said that the matter is not settled. The report is open again.',
  withdrawn: () => 'The reporter withdrew this report.',
  completed: ({ by }) => `${by} declared the report completed.`,
  closureAnnounced: ({ closesOn }) =>
    `The report will close on ${formatDay(closesOn, 'en-GB')} unless the reporter replies.`,
  closedAutomatically: () => 'The report was closed because the reporter did not reply in time.',
  merged: ({ into }) =>
    `This report was merged into ${into === undefined ? 'another report' : `report ${into}`}, which is about the same matter.`,
  unmerged: ({ from }) =>
    `This report was separated again from ${from === undefined ? 'another report' : `report ${from}`}.`,
  absorbed: ({ trackingId }) => `Report ${trackingId} was merged into this one.`,
  released: ({ trackingId }) => `Report ${trackingId} was separated again from this one.`,
  redacted: () => 'A part was hidden to protect personal data or because it was not decent.',
  corrected: ({ fields }) =>
    fields.length > 0
      ? `An admin corrected the ${listOfAll(
          fields.map((field) => corrections[field]),
          'en-GB',
        )} of the report.`
      : 'An admin corrected the report.',
  noted: () => 'An officer wrote a note.',
  escalated: ({ to }) => `A deadline was missed. The report was raised to ${to}.`,
  reminded: ({ to }) => `${to} was reminded of the deadline.`,
  ombudsmanOffered: () => 'The limit set by law has passed. The reporter can turn to the Ombudsman.',
  deliveryQueued: ({ system }) => `Sending the report to ${system} waits for its turn.`,
  delivered: ({ system, upstreamId }) => `The report reached ${system}, where its number is ${upstreamId}.`,
  deliveryFailed: ({ system }) => `The report could not be sent to ${system} yet. It is still kept here.`,
  upstreamStatusChanged: ({ system, rawLabel, institutionName }) =>
    `The status in ${system} is now “${rawLabel}”${institutionName === undefined ? '' : `, and ${institutionName} has the report`}.`,
  unknown: () => 'There is news about this report.',
};
