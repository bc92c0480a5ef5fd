import type { visibility as source } from '../id/visibility.ts';

/** The English of the Indonesian `visibility`. */
export const visibility: typeof source = {
  anonymous:
    'Your name is not shown to the reported institution or to the public. The coordinating admin can still see the name you fill in. You can still follow this report with your receipt.',
  confidential:
    'What you write is not shown to the public. The admins and the institution that handles it still read it.',
  both: 'Your name is not shown to the reported institution or to the public, and what you write is not shown to the public. The coordinating admin can still see both, and the institution that handles it reads what you write.',
  neither:
    'The public can read what you write. The institution that handles it knows your name. If the report is passed on to SP4N-LAPOR!, the name may be shown there.',
  nameless: 'The public and the institution that handles it can read what you write. You have not given a name.',
  limits:
    'We cannot guarantee that nobody will guess who you are. Avoid names, addresses, or things that only you know.',
};
