import type { formStart as source } from '../id/form-start.ts';

/** The English of the Indonesian `formStart`. */
export const formStart: typeof source = {
  heading: { title: 'Send your report' },
  introduction: 'Tell us what is wrong. You need no account, and you need not know which institution is responsible.',
  steps: {
    say: { title: 'Your report' },
    where: { title: 'Place and time' },
    who: { title: 'About you' },
    check: { title: 'Check and send' },
  },
  optional: { label: 'Optional' },
  errors: { title: 'Something needs to be corrected' },
  follow: { label: 'Follow your report' },
};
