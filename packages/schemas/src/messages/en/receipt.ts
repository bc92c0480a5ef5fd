import type { receipt as source } from '../id/receipt.ts';

/** The English of the Indonesian `receipt`. */
export const receipt: typeof source = {
  heading: { title: 'We have received your report' },
  number: { label: 'Report number' },
  token: { label: 'Report key' },
  keep: 'Keep this number and key: write them down, take a photo of the screen, or print this page. The key is shown only now, and we cannot send it again.',
  secret: 'Whoever has this key can read and answer your report. Do not share it.',
  follow: ({ address }) => `Follow this report at ${address}.`,
  owner: { label: 'Who has it now' },
  status: { label: 'State' },
  receivedAt: { label: 'Received' },
  next: { title: 'What happens next' },
  open: { label: 'See how the report is doing' },
  again: ({ minutes }) => `To be safe, this page can be opened again for ${minutes} minutes only.`,
  expired: { title: 'This receipt can no longer be shown' },
  expiredHelp: 'Your report is still kept and handled. Use the number and the key that you have kept to follow it.',
};
