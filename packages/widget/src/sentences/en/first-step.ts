import type { frame as source } from '../id/first-step.ts';

// Everything that the form says until its second step, in English.
export * from '@lapor/schemas/messages/en/first-step';

/** The English of the Indonesian `frame`. */
export const frame: typeof source = {
  progress: ({ number, total }) => `Step ${number} of ${total}`,
  next: { label: 'Continue' },
  loading: 'One moment …',
  notLoaded: 'The next step could not be loaded. Check your internet connection, then press Continue again.',
};
