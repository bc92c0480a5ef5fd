import type { Problem, ProblemCode } from '@lapor/schemas';
import { type ErrorFacts, LaporError } from './lapor-error.ts';

/** A problem's code: those of the contract by name, and any other that a newer gateway may send. */
export type AnyProblemCode = ProblemCode | (string & {});

/** What an error tells that stands for an answer of the gateway. */
export interface AnswerFacts extends ErrorFacts {
  /** The HTTP status. */
  readonly status: number;
  readonly problem?: Problem | undefined;
}

/** The gateway answered, and the answer is no success. What its subclasses have in common. */
export class AnsweredError extends LaporError {
  /** The HTTP status. */
  readonly status: number;
  /** Why, for programs. Undefined where something before the gateway answered without a problem document. */
  readonly code: AnyProblemCode | undefined;
  /** Under which id the gateway's log knows the call: what its operator asks for. */
  readonly requestId: string | undefined;
  /**
   * The problem document (RFC 9457) with its sentences, in the language of the client. Not enumerable, so that a console
   * that prints the error leaves it out: a sentence may repeat what a person wrote, such as a file's name.
   */
  declare readonly problem: Problem | undefined;

  constructor(what: string, facts: AnswerFacts, retryable: boolean) {
    const { status, problem } = facts;
    super(`${what} (${problem ? `${status} ${problem.code}` : status}).`, facts, retryable);
    this.status = status;
    this.code = problem?.code;
    this.requestId = problem?.instance.replace(/^urn:lapor:request:/, '');
    Object.defineProperty(this, 'problem', { value: problem });
  }
}
