import { emergency } from './emergency.ts';
import type { guidance as source } from '../id/guidance.ts';

/** The English of the Indonesian `guidance`. */
export const guidance: typeof source = {
  emergency,
  noWrongDoor: 'You do not know who is responsible? Just send it. We will pass it on.',
  notHandled:
    'Not handled here: court cases, legislation, corruption and crime. You may report how the police or the prosecutors serve the public.',
  whistleblowing: 'To report misconduct by officials, use the whistle-blowing system of this region.',
  nationalPage: 'You can also report at lapor.go.id.',
  sms: ({ number, keyword }) =>
    `Trouble with the internet? Send an SMS to ${number}: write ${keyword ? `${keyword} (space) ` : ''}your report.`,
  ombudsman: ({ trackingId }) =>
    `The limit set by law has passed. You can turn to the Ombudsman by telephone on 137. Give them the number of your report, ${trackingId}.`,
};
