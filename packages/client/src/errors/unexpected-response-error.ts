import { type ErrorFacts, LaporError } from './lapor-error.ts';

/**
 * Something answered that does not speak the contract: the sign-in page of a hotel's network, a proxy, another server at
 * that address, or a gateway of another version.
 */
export class UnexpectedResponseError extends LaporError {
  override name = 'UnexpectedResponseError';
  /** The HTTP status; 0 where a browser hides a redirect. */
  readonly status: number;
  /** What kind of body came, without parameters: `text/html`. Empty where none was named. */
  readonly mediaType: string;
  /** Where the body departs from the contract, as JSON Pointers. Never what stands there. Empty for what is not JSON. */
  readonly pointers: readonly string[];

  constructor(
    facts: ErrorFacts & { readonly status: number; readonly mediaType: string; readonly pointers?: readonly string[] },
  ) {
    const { status, mediaType, pointers = [] } = facts;
    const what =
      pointers.length > 0
        ? `departs from the contract at ${pointers.slice(0, 3).join(', ')}`
        : `is ${mediaType || 'of no media type'}`;
    // A network's sign-in page goes away, and what was sent did not arrive; a wrong version stays.
    super(
      `got an answer that is not the gateway's: ${status}, ${what}. Check \`gateway\`, and the network.`,
      facts,
      pointers.length === 0,
    );
    this.status = status;
    this.mediaType = mediaType;
    this.pointers = pointers;
  }
}
