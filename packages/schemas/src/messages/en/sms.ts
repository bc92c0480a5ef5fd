import type { sms as source } from '../id/sms.ts';

const example = ({ number, keyword }: { readonly number: string; readonly keyword: string | undefined }) =>
  `send ${keyword === undefined ? 'your complaint' : `${keyword} (space) your complaint`} to ${number}`;

/** The English of the Indonesian `sms`. */
export const sms: typeof source = {
  report: { title: 'Report by SMS' },
  gap: { label: 'Part of this SMS did not arrive' },
  receipt: ({ trackingId, number, url, token }) =>
    `We have your report, number ${trackingId}. For its status send STATUS ${trackingId} to ${number}. Read and reply at ${url} with the secret key: ${token}`,
  status: ({ trackingId, status, owner }) =>
    `Report ${trackingId}: ${status}.${owner === undefined ? '' : ` In charge: ${owner}.`}`,
  notFound: ({ trackingId }) =>
    `There is no report ${trackingId} from this phone number. Please check the number of the report.`,
  help: (facts) => `To report, ${example(facts)}. Status: STATUS (space) number of the report. No more news: STOP.`,
  stopped:
    'We send no more news to this number. Your reports are still handled. Status: STATUS (space) number of the report.',
  stopHint: ({ number }) => `No more news: send STOP to ${number}.`,
  tooShort: (facts) => `Your complaint is too short. Say what happened and where: ${example(facts)}.`,
  tooLong: ({ maximum }) =>
    `Your complaint is too long. Please shorten it to at most ${maximum} characters and send it again.`,
  incomplete: 'Your SMS did not arrive whole, so it is no report yet. Please send it again.',
  tooMany: 'Too many SMS from this number. Reports that have a number are being handled. Please try again in an hour.',
};
