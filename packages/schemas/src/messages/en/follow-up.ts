import type { followUp as source } from '../id/follow-up.ts';

/** The English of the Indonesian `followUp`. */
export const followUp: typeof source = {
  heading: { title: 'Follow your report' },
  introduction: 'Enter the number and the key that stand on your receipt.',
  token: {
    label: 'Report key',
    hint: 'It begins with “rt_”. Copy all of it from the receipt.',
    missing: 'Enter the key of your report.',
  },
  open: { label: 'Show the report' },
  notFound: 'The number and the key do not fit. Check both again, capital and small letters too.',
  report: { title: ({ trackingId }) => `Report number ${trackingId}` },
  owner: { label: 'Who has it now' },
  deadlines: { title: 'Deadlines' },
  timeline: { title: 'What has happened' },
  own: { title: 'What you reported' },
  attachments: { title: 'Attachments' },
  pending: 'It is being checked. Look again later.',
  refused: 'It cannot be shown, because it did not pass the check.',
  merged: ({ into }) => `This report was merged into report number ${into}. Follow that one.`,
  publicView: 'This is what the public can read. Enter the key of your report to see everything and to answer.',
  unchanged: 'There is nothing for you to do at present.',
  actions: { title: 'Your answer' },
  reply: { label: 'Send the message', title: 'Write to the officers', done: 'Your message has been sent.' },
  confirm: {
    label: 'Declare it fixed',
    title: 'The matter is settled',
    done: 'Thank you. You have declared this report fixed.',
  },
  dispute: {
    label: 'Declare it not fixed',
    title: 'The matter is not settled',
    done: 'Your report has been opened again.',
  },
  withdraw: { label: 'Withdraw the report', title: 'Withdraw this report', done: 'Your report has been withdrawn.' },
  comment: { label: 'Comment' },
  withdrawWarning: 'A report that is withdrawn is not handled any more.',
  ratings: {
    five: { label: '5, very good' },
    four: { label: '4, good' },
    three: { label: '3, fair' },
    two: { label: '2, weak' },
    one: { label: '1, poor' },
  },
  refresh: { label: 'Load the latest news' },
  notDone: { title: 'Your answer has not been sent' },
};
