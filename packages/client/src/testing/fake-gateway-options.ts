import type { Category, Instant, Institution, Language, Site } from '@lapor/schemas';
import type { endpoints, Handler, OperationId } from '@lapor/schemas/contract';
import type { Disturbance } from './fault.ts';
import type { FakeWorld } from './fake-world.ts';
import type { FakeCaller } from './identify-caller.ts';

/** What an answer knows of a call besides what its endpoint defines. */
export interface FakeContext {
  readonly caller: FakeCaller;
  readonly language: Language;
  readonly now: Instant;
  readonly request: Request;
  /** The body as it came. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** @internal */
  readonly world: FakeWorld;
}

/** Answers by operation id: each takes a call that was checked against the contract, and what it gives is checked as well. */
export type FakeAnswers = {
  readonly [Id in OperationId]?: Handler<(typeof endpoints)[Id], FakeContext>;
};

/** What a fake gateway is made with. */
export interface FakeGatewayOptions {
  /**
   * From what every chance follows: faults, tokens, ids. The same seed and the same calls are the same run.
   *
   * @default 1
   */
  readonly seed?: number;
  /**
   * Where it is, as far as the client knows. No request leaves the process.
   *
   * @default 'https://lapor.example'
   */
  readonly address?: string;
  /** @default 'pk_palsu' */
  readonly siteKey?: string;
  /** The key of an `institutionAdmin` of the site's institution. @default 'sk_palsu' */
  readonly secretKey?: string;
  /**
   * Settings of the site that differ from those of the contract's example.
   *
   * @example { features: { ...site.features, challenge: true } }
   */
  readonly site?: Partial<Site>;
  /** The origins on which the site key works in a browser. @default all */
  readonly origins?: readonly string[];
  /** The directory. @default the institutions of the contract's example */
  readonly institutions?: readonly Institution[];
  /** @default the categories of the contract's example */
  readonly categories?: readonly Category[];
  /** The moment at which its clock starts; from there it runs. @default the clock of this machine */
  readonly now?: Instant;
  /** What goes wrong from the beginning. */
  readonly disturbances?: readonly Disturbance[];
  /**
   * Answers of your own, for what the fake does not hold, or holds otherwise than a test needs.
   *
   * @example { getStatistics: async () => ({ status: 200, body: myStatistics }) }
   */
  readonly answers?: FakeAnswers;
}
