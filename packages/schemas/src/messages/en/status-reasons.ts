import type { statusReasons as source } from '../id/status-reasons.ts';

/** The English of the Indonesian `statusReasons`. */
export const statusReasons: typeof source = {
  outsideScope: {
    label: 'Out of scope',
    sentence: 'Complaints about public services cannot settle this, for instance because a court is dealing with it.',
  },
  notClear: {
    label: 'Not clear',
    sentence: 'The report is not clear enough to act on. Add what happened, where and when.',
  },
  noEvidence: {
    label: 'No evidence',
    sentence: 'Nothing that supports the report came with it, such as a photo or a document.',
  },
  duplicate: { label: 'Already reported', sentence: 'Another report about the same matter is being dealt with.' },
  expired: { label: 'Too long ago', sentence: 'The time within which this could be looked into has passed.' },
  containsHate: {
    label: 'Contains hate',
    sentence: 'The report incites hatred of an ethnic group, religion, race or class.',
  },
  atReporterRequest: {
    label: 'At the reporter’s request',
    sentence: 'The reporter asked not to take this report further.',
  },
  wrongFormat: { label: 'Wrong form', sentence: 'The report is not written as the rules ask.' },
  tooGeneral: { label: 'Too general', sentence: 'The report is so general that it is not clear what to act on.' },
  awaitingOthers: {
    label: 'Waiting for others',
    sentence: 'It has to wait for the decision or the work of somebody else.',
  },
  other: { label: 'Other reason', sentence: 'The officer’s message gives the reason.' },
};
