import { messagesFor, type Messages } from '@lapor/schemas/messages';
import type { Language } from '@lapor/schemas';

type Faults = Messages['open311']['faults'];

/** Faults whose sentence needs facts, and those that need none. */
type Facts<Name extends keyof Faults> = Faults[Name] extends (facts: infer Given) => string ? [facts: Given] : [];

/** Thrown where a call breaks a rule of GeoReport v2 itself. Everything else that is refused is a `Refusal`, as at every door. */
export class Open311Fault<Name extends keyof Faults = keyof Faults> extends Error {
  override readonly name = 'Open311Fault';
  /** 400, 403 or 404: the specification knows no others. */
  readonly status: number;
  readonly fault: Name;
  readonly #facts: unknown;

  constructor(status: 400 | 403 | 404, fault: Name, ...[facts]: Facts<Name>) {
    super(`lapor-gateway: open311 refuses: ${fault}`);
    this.status = status;
    this.fault = fault;
    this.#facts = facts;
  }

  /** What is wrong, in words. */
  describe(language: Language): string {
    const sentence = messagesFor(language).open311.faults[this.fault] as string | ((facts: unknown) => string);
    return typeof sentence === 'string' ? sentence : sentence(this.#facts);
  }
}
