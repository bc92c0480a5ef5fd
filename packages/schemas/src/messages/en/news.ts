import { formatDay } from '../formats.ts';
import type { news as source } from '../id/news.ts';

const whoever = (by: string | undefined) => by ?? 'The institution that handles it';

/** The English of the Indonesian `news`. */
export const news: typeof source = {
  moments: {
    received: {
      title: 'We have received your report',
      told: ({ to }) =>
        `Thank you for reporting. We have received your report${to === undefined ? '' : `, and it is now with ${to}`}.`,
      until: ({ dueOn }) => `It will be checked by ${formatDay(dueOn, 'en-GB')} at the latest.`,
    },
    verified: {
      title: 'Your report was verified',
      told: 'Your report was checked and will be handled by the institution that has the authority.',
    },
    disposed: {
      title: 'Your report was passed on',
      told: ({ to }) => `Your report was passed on to ${to ?? 'the institution that has the authority'}.`,
      until: ({ dueOn }) => `We expect it to be followed up by ${formatDay(dueOn, 'en-GB')} at the latest.`,
    },
    returned: {
      title: 'Your report was given to another institution',
      told: ({ from, to }) =>
        `${from ?? 'The institution that had it'} says that this report is outside its authority. It is now with ${to ?? 'another institution'}. You do not need to report again.`,
    },
    postponed: {
      title: 'Work on your report was postponed',
      told: ({ until }) =>
        `Work on your report was postponed${until === undefined ? '' : ` until ${formatDay(until, 'en-GB')}`}. You can read why on the page of the report.`,
    },
    archived: {
      title: 'Your report was archived',
      told: 'Your report will not be taken further. You can read why on the page of the report. If you disagree, say so there.',
    },
    followUpStarted: {
      title: 'Your report is being followed up',
      told: ({ by }) => `${whoever(by)} has begun to follow up your report.`,
    },
    responded: {
      title: 'Your report was answered',
      told: ({ by }) => `${whoever(by)} has answered your report.`,
      until: ({ dueOn }) =>
        `Read the answer on the page of the report, then tell us whether the problem is solved. We wait for your reply until ${formatDay(dueOn, 'en-GB')}.`,
    },
    completed: {
      title: 'Your report was declared completed',
      told: ({ by }) =>
        `${whoever(by)} has declared your report completed. If the problem is not solved, you can reopen the report on its page.`,
    },
    closureAnnounced: {
      title: 'We are waiting for your reply',
      told: ({ closesOn }) =>
        `Your report was answered, and you have not replied yet. If there is no reply until ${formatDay(closesOn, 'en-GB')}, the report closes by itself. Please tell us whether the problem is solved.`,
    },
    closedAutomatically: {
      title: 'Your report was closed',
      told: 'Your report was closed because there was no reply from you in time. If the problem is not solved, you can reopen the report on its page.',
    },
    reopened: {
      title: 'Your report was reopened',
      told: 'Your report was reopened because the problem was said to be unsolved. It now waits for an answer from the institution.',
    },
    merged: {
      title: 'Your report was merged with another one',
      told: 'Your report was merged with another one about the same problem. You can still follow it on its page.',
    },
    unmerged: {
      title: 'Your report is handled on its own again',
      told: 'Your report is no longer merged with another one and is handled on its own.',
    },
    ombudsmanOffered: {
      title: 'You can turn to the Ombudsman',
      told: 'The limit set by law has passed and your report is not completed. You can turn to the Ombudsman of Indonesia by calling 137. Give the number of this report.',
    },
    delivered: {
      title: 'Your report has reached the national system',
      told: ({ upstreamId }) => `Your report has reached SP4N-LAPOR! and has the number ${upstreamId} there.`,
    },
    statusChanged: {
      title: 'There is news of your report',
      told: ({ status }) => `The status of your report is now: ${status}.`,
    },
  },
  subject: {
    title: ({ trackingId, title }) => `${title} (number ${trackingId})`,
  },
  number: { label: 'Report number' },
  open: { label: 'Open the page of the report' },
  key: 'To read everything and to reply, have the report’s key from your receipt ready. We never send that key by e-mail, and never ask for it by e-mail, SMS or telephone.',
  automatic: ({ site }) =>
    `This e-mail was sent automatically by ${site} because this address was given with the report. Replies to the sender’s address are not read; please reply on the page of the report.`,
  stop: { label: 'Stop sending me news of this report' },
  short: ({ trackingId, title, url }) => `LAPOR! number ${trackingId}: ${title}. ${url}`,
  page: {
    heading: { title: 'News of your report' },
    on: {
      email: ({ trackingId }) => `We tell you by e-mail whenever something happens to report number ${trackingId}.`,
      sms: ({ trackingId }) => `We tell you by SMS whenever something happens to report number ${trackingId}.`,
    },
    off: ({ trackingId }) =>
      `We send no more news of report number ${trackingId}. It is still being handled, and you can follow it with its number and key.`,
    over: ({ trackingId }) => `No more news is sent of report number ${trackingId}.`,
    stop: { label: 'Stop the news' },
    resume: { label: 'Send me news again' },
    invalid: { title: 'This link cannot be used' },
    invalidHelp: 'Copy the whole link from the message that you received, and try once more.',
    settings: { label: 'Choose whether to get news of this report' },
  },
};
