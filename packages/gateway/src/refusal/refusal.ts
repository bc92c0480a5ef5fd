import type { FieldError, ProblemCode } from '@lapor/schemas';
import type { Messages } from '@lapor/schemas/messages';

/** The facts that a problem's sentence needs. */
export type ProblemFacts<Code extends ProblemCode> =
  Parameters<Messages['problems'][Code]['detail']> extends [infer Facts] ? Facts : object;

/** What a refusal may tell besides its facts. */
export interface RefusalNotes {
  /** What is wrong with which part of the request. */
  readonly errors?: readonly FieldError[];
  /** Seconds after which it is worth trying again. */
  readonly retryAfter?: number;
  /** Headers that belong to the answer, such as `Allow`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** Facts need not be written where a sentence needs none. */
type Rest<Code extends ProblemCode> =
  object extends ProblemFacts<Code>
    ? [facts?: ProblemFacts<Code>, notes?: RefusalNotes]
    : [facts: ProblemFacts<Code>, notes?: RefusalNotes];

/** Thrown anywhere in the gateway to refuse a call; becomes one problem document at the door, in the caller's language. */
export class Refusal<Code extends ProblemCode = ProblemCode> extends Error {
  override readonly name = 'Refusal';
  readonly code: Code;
  readonly facts: ProblemFacts<Code>;
  readonly notes: RefusalNotes;

  constructor(code: Code, ...[facts, notes = {}]: Rest<Code>) {
    super(`lapor-gateway refuses: ${code}`, { cause: notes.cause });
    this.code = code;
    this.facts = (facts ?? {}) as ProblemFacts<Code>;
    this.notes = notes;
  }
}
