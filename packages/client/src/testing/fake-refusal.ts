import { type FieldError, type Language, type Problem, type ProblemCode, problemStatus } from '@lapor/schemas';
import { type Messages, messagesFor } from '@lapor/schemas/messages';

/** The facts that a problem's sentence needs. */
export type ProblemFacts<Code extends ProblemCode> =
  Parameters<Messages['problems'][Code]['detail']> extends [infer Facts] ? Facts : object;

/** What a refusal may tell besides its facts. */
export interface RefusalNotes {
  /** What is wrong with which part of the call. */
  readonly errors?: readonly FieldError[];
  /** Seconds after which it is worth trying again. */
  readonly retryAfter?: number;
  /** Headers that belong to the answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a refusal is made with besides its code. Facts need not be written where a sentence needs none. */
export type FactsAndNotes<Code extends ProblemCode> =
  object extends ProblemFacts<Code>
    ? [facts?: ProblemFacts<Code>, notes?: RefusalNotes]
    : [facts: ProblemFacts<Code>, notes?: RefusalNotes];

/**
 * A refusal of the fake gateway: thrown by whatever answers a call, also by an answer of your own, it becomes the problem
 * document of the contract.
 *
 * @example throw new FakeRefusal('notFound');
 */
export class FakeRefusal<Code extends ProblemCode = ProblemCode> extends Error {
  override readonly name = 'FakeRefusal';
  readonly code: Code;
  /** What the problem's sentence needs to know. */
  readonly facts: ProblemFacts<Code>;
  /** @internal */
  readonly notes: RefusalNotes;

  constructor(code: Code, ...[facts, notes = {}]: FactsAndNotes<Code>) {
    super(`the fake gateway refuses: ${code}`);
    this.code = code;
    this.facts = (facts ?? {}) as ProblemFacts<Code>;
    this.notes = notes;
  }
}

/**
 * Refuses a call when something is wrong with it.
 *
 * @throws FakeRefusal `validationFailed` with everything that was found.
 */
export const refuseFaults = (errors: readonly FieldError[]): void => {
  if (errors.length > 0) throw new FakeRefusal('validationFailed', { count: errors.length }, { errors });
};

/** The problem document of a refusal (RFC 9457), in a language. */
export const problemOf = ({ code, facts, notes }: FakeRefusal, requestId: string, language: Language): Problem => {
  const { title, detail } = messagesFor(language).problems[code];
  return {
    type: `urn:lapor:problem:${code}`,
    title,
    status: problemStatus[code],
    // Facts and sentence were matched by the compiler where the refusal was made.
    detail: (detail as (facts: unknown) => string)(facts),
    instance: `urn:lapor:request:${requestId}`,
    code,
    ...(notes.errors && { errors: [...notes.errors] }),
  };
};

/** A problem document as an answer. */
export const problemResponse = (problem: Problem, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
