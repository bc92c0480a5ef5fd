import type { draft as source } from '../id/draft.ts';

/** The English of the Indonesian `draft`. */
export const draft: typeof source = {
  keep: {
    label: 'Keep a draft on this device',
    hint: 'If this page is closed, what you wrote is still there when you open it again, for up to 7 days. Photos are not kept. Anyone who uses this device can read it, so leave this off on a shared computer or a borrowed phone.',
  },
  restored: ({ when }) => `Your draft of ${when} is back. If it had photos, please choose them again.`,
  discard: { label: 'Throw this draft away' },
  kept: 'Draft kept.',
  deleted: 'The draft on this device has been deleted.',
  replaced:
    'This form is also filled in in another window, or there was an older draft. What is kept now is this window’s.',
  notKept: 'A draft cannot be kept on this device.',
};
