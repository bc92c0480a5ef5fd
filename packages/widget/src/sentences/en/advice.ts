import type { advice as source } from '../id/advice.ts';

/** The English of the Indonesian `advice`. */
export const advice: typeof source = {
  line: ({ count, hasPersonal }) => {
    const suggestions = count === 1 ? '1 suggestion' : `${count} suggestions`;
    return hasPersonal ? `${suggestions}, personal data` : suggestions;
  },
  institutionsOnly: 'Suggested institutions',
  personal: { title: 'Personal data in your text' },
  mask: { label: 'Hide it', of: ({ passage }) => `Hide it: “${passage}”` },
  masked: '[hidden]',
  undo: { label: 'Put it back', of: ({ passage }) => `Put it back: “${passage}”` },
  hidden: 'It is hidden now.',
  similar: {
    title: 'Somebody may have reported this already',
    hint: 'If it is the same matter, supporting or following that report is enough. What you wrote here is kept.',
  },
  follow: { label: 'Follow this report', of: ({ title }) => `Follow this report: “${title}” (new tab)` },
  support: { label: 'It concerns me too', of: ({ title }) => `It concerns me too: “${title}”` },
  supported: 'Your support is counted. You may stop here, or still send a report of your own.',
  notSupported: 'Your support could not be counted. Please try again in a moment.',
  missing: { title: 'What you can still add', hint: 'You may also go on as it is.' },
};
