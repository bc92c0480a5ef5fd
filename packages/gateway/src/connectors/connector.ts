import type { KnownStatusCode } from '@lapor/schemas';
import type { Message, Parcel, SentMessage } from './parcel.ts';

/**
 * Facts that a connector keeps between its steps and between its polls: anything that JSON can say. A step that could not name
 * everything in the other system's words gives `unmapped`, a list like `['category:lampu-jalan']`; operators are told of it.
 */
export type Facts = Readonly<Record<string, unknown>>;

/**
 * What came of one call to the other system.
 *
 * - `done`: it took effect, and we know it.
 * - `refused`: it took no effect, and will not when it is tried again as it is. A person is asked.
 * - `away`: it surely took no effect: no connection, a limit, a key that is not accepted. It is tried again later. With `isUp` it
 *   was reached, answered well and only asks for patience: that is no reason to leave everything else waiting.
 * - `unknown`: the answer was lost, late, garbage or an error of the server. It may have taken effect: before it is tried again
 *   the connector looks.
 *
 * A reason is kept and shown to operators, so nothing of a person and no secret may stand in it.
 */
export type Outcome =
  | { readonly result: 'done'; readonly facts?: Facts; readonly upstreamId?: string }
  | { readonly result: 'refused'; readonly reason: string }
  | { readonly result: 'away'; readonly reason: string; readonly retryAfter?: number; readonly isUp?: true }
  | { readonly result: 'unknown'; readonly reason: string };

/**
 * What a look found of something that may have taken effect.
 *
 * - `found`: it did.
 * - `absent`: it did not; it can be tried again.
 * - `away`: nobody could be asked. It is looked again later.
 * - `blind`: this system offers no way to look. A person has to.
 */
export type Finding =
  | { readonly result: 'found'; readonly upstreamId?: string; readonly facts?: Facts }
  | { readonly result: 'absent' }
  | { readonly result: 'away'; readonly reason: string; readonly retryAfter?: number }
  | { readonly result: 'blind'; readonly reason: string };

/** Which reports there are one of ours: all of them, by their numbers, as far as they can be seen by now. */
export type Copies =
  | { readonly result: 'counted'; readonly upstreamIds: readonly string[] }
  | { readonly result: 'away'; readonly reason: string; readonly retryAfter?: number };

/** A setting that names what the other system does not know. */
export interface SettingFinding {
  /** `sp4n.categories.lampu-jalan`. */
  readonly setting: string;
  /** Who, which setting, what is wrong and what to do, for operators. No secret stands in it. */
  readonly problem: string;
}

/** What a comparison of the settings with the master data there came to. */
export type SettingsChecked =
  | { readonly result: 'checked'; readonly findings: readonly SettingFinding[] }
  | { readonly result: 'away'; readonly reason: string };

/** Something that the other system tells of a report, in the order in which it happened there. */
export interface UpstreamNews {
  readonly code: KnownStatusCode;
  /** Its own word for the status, at most 200 characters. */
  readonly rawLabel: string;
  /** Whom it names as responsible. */
  readonly institutionName?: string;
  /** What was written there: plain text, whatever it was written in. */
  readonly text?: string;
  /** Its own name for what it tells, where the text alone is news: each is told once, whatever the status. */
  readonly entryId?: string;
}

/** A message of ours that stands there again. */
export interface DoubledMessage {
  readonly marker: string;
  /** The other system's own names for both. */
  readonly entryIds: readonly [first: string, again: string];
}

/** What one poll brought. */
export type Polled =
  | {
      readonly result: 'told';
      readonly news: readonly UpstreamNews[];
      /** Messages of ours that stand there more than once, a network having delivered one call twice. They are no news. */
      readonly doubled?: readonly DoubledMessage[];
      /** Where the next poll goes on. Kept in the transaction that keeps the news. */
      readonly cursor: Facts;
      /** Whether there is more to ask for at once: a further page, say. */
      readonly hasMore: boolean;
    }
  | { readonly result: 'away'; readonly reason: string; readonly retryAfter?: number }
  /** The other system does not know the report, or answers about it what nobody can read. It is asked again, more and more rarely. */
  | { readonly result: 'unreadable'; readonly reason: string };

/** One step of the way up. */
export interface Step {
  readonly name: string;
  /**
   * Whether it may be taken again without looking, because a second time harms nobody: files that are uploaded and belong to
   * no report yet, say.
   */
  readonly isRepeatable: boolean;
}

/**
 * A door out: turns a report into what another system wants, and what that system says into news. It holds no state of its
 * own. What it knows of a report is handed to it and given back, and the framework writes it down: before each step that it
 * is about to be taken, and after it what came of it. So whenever the gateway dies, whoever goes on knows whether to look.
 *
 * No method throws for what the other system does. What is thrown counts as `unknown`.
 */
export interface Connector {
  /** What stands in events and in the configuration: `sp4n`, `open311`. */
  readonly name: string;
  /** The steps that bring a report there, in their order. The last one that is `done` gives the `upstreamId`. */
  readonly steps: readonly Step[];
  /** Calls that may be under way at the same time. */
  readonly concurrency: number;
  /**
   * Takes one step.
   *
   * @param facts what the steps before gave, all together.
   * @param signal aborted when patience is at its end.
   */
  forward(step: string, parcel: Parcel, facts: Facts, signal: AbortSignal): Promise<Outcome>;
  /** Looks whether a step that is not repeatable took effect. One call or several. */
  lookUp(step: string, parcel: Parcel, facts: Facts, signal: AbortSignal): Promise<Finding>;
  /**
   * Looks for everything there that is this report: a network may have delivered the call twice. One call. Where a system
   * offers no way to look, or each attempt has a name there, the connector has no such method.
   */
  countCopies?(parcel: Pick<Parcel, 'trackingId' | 'marker'>, signal: AbortSignal): Promise<Copies>;
  /** Which messages it carries. What it does not is not sent. */
  carries(kind: Message['kind']): boolean;
  /** Sends a message. */
  send(message: Message, signal: AbortSignal): Promise<Outcome>;
  /**
   * Looks whether a message is there.
   *
   * @param earlier messages about this report that are known to be there: one of the same words is another message.
   */
  lookUpMessage(message: Message, earlier: readonly SentMessage[], signal: AbortSignal): Promise<Finding>;
  /**
   * Asks once what is new: one call.
   *
   * @param cursor what the last poll gave; empty at first.
   * @param sent what we have sent about this report, so that it is not told as news.
   */
  poll(upstreamId: string, cursor: Facts, sent: readonly SentMessage[], signal: AbortSignal): Promise<Polled>;
  /**
   * Our own ids that its settings name, so that those which are not in the directory are told to an operator.
   *
   * @default none
   */
  readonly names?: { readonly institutions: readonly string[]; readonly categories: readonly string[] };
  /** Compares its settings with what the other system knows. Where that tells nothing of the kind, there is no such method. */
  checkSettings?(signal: AbortSignal): Promise<SettingsChecked>;
  close(): Promise<void>;
}
