import type { ProblemCode } from '@lapor/schemas';
import type { OperationId } from '@lapor/schemas/contract';

/**
 * What goes wrong with one call.
 *
 * - `dropBefore`: the connection breaks before the gateway hears of the call.
 * - `dropAfter`: the gateway does what it is asked, and its answer is lost.
 * - `failBefore`, `failAfter`: an answer of 5xx, in the place of the work or after it was done.
 * - `limit`: 429 with `Retry-After`.
 * - `refuse`: any other problem of the contract, in its own words.
 * - `signInPage`: the sign-in page of a hotel's network, HTML with 200.
 * - `garbage`: the answer, cut off in its middle.
 * - `delay`: the answer comes late.
 * - `overtaken`: the answer comes only after that of a later call; without a later one after `milliseconds`.
 */
export type Fault =
  | { readonly kind: 'dropBefore' | 'dropAfter' | 'signInPage' | 'garbage' }
  | {
      readonly kind: 'failBefore' | 'failAfter';
      /** @default 500 */
      readonly status?: number;
    }
  | {
      readonly kind: 'limit';
      /** Seconds, as `Retry-After` writes them. @default 1 */
      readonly retryAfter?: number;
    }
  | { readonly kind: 'refuse'; readonly code: ProblemCode }
  | {
      readonly kind: 'delay';
      /** How long, or from and to. */
      readonly milliseconds: number | readonly [least: number, most: number];
    }
  | {
      readonly kind: 'overtaken';
      /** @default 1000 */
      readonly milliseconds?: number;
    };

/**
 * A fault, with the calls that it strikes.
 *
 * @example { kind: 'failAfter', on: 'submitReport' } // the first submission: filed, and answered by 500
 * @example { kind: 'delay', milliseconds: [0, 200], chance: 0.3 } // three calls in ten, as the seed says
 */
export type Disturbance = Fault & {
  /** The operation ids of the calls. @default every call */
  readonly on?: OperationId | readonly OperationId[];
  /** How many such calls go through first. @default 0 */
  readonly skip?: number;
  /** How many are struck. @default 1; with `chance` all */
  readonly times?: number;
  /** The share of calls that are struck, 0 to 1. @default 1 */
  readonly chance?: number;
};
