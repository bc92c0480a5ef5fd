import type { newsChoices as source } from '../id/news-choices.ts';

/** The English of the Indonesian `newsChoices`. */
export const newsChoices: typeof source = {
  email: { label: 'By e-mail' },
  sms: { label: 'By SMS' },
  none: { label: 'No need, I will look it up' },
  hint: 'We tell you whenever something happens. We send no news of anonymous reports, so that your name stays hidden.',
  missing: {
    email: 'Enter your e-mail address so that we can tell you.',
    sms: 'Enter your telephone number so that we can tell you.',
  },
};
