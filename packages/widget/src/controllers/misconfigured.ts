import { LaporErrorEvent } from '../events/error-event.ts';

/** What the gateway says when the page itself is wrong: nothing that somebody fills in can mend it. */
const codes = /^(keyMissing|keyUnknown|originNotAllowed|scopeInsufficient)$/;

/**
 * Tells whoever looks after the page that its key or its origin is not right: in the console and by an event, and never the
 * people who report. Says whether it was that.
 */
export const tellMisconfigured = (
  host: HTMLElement,
  problem: { readonly code: string; readonly detail?: string | undefined } | undefined,
): boolean => {
  if (!problem || !codes.test(problem.code)) return false;
  console.error(
    `<${host.localName}>: ${problem.code}: ${problem.detail ?? ''} Look at \`site-key\` and at the site's origins.`,
  );
  host.dispatchEvent(new LaporErrorEvent('misconfigured'));
  return true;
};
