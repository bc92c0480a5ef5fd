import type { Endpoint, Tag } from '../endpoint.ts';
import type { AnswerBody, AnswerStatus, RequestBodyInput } from '../exchange.ts';
import type { endpoints, OperationId } from '../table.ts';

/** One example with a few words on what it shows. */
export interface Example<Value = unknown> {
  readonly summary: string;
  readonly value: Value;
}

/** The statuses of an endpoint whose answer has a body to show. */
type ShownStatus<E extends Endpoint> = {
  [Status in AnswerStatus<E>]: AnswerBody<E, Status> extends undefined ? never : Status;
}[AnswerStatus<E>];

/** Bodies to send, by a name in camelCase: at least one for every endpoint that takes JSON, none for the others. */
type RequestExamples<E extends Endpoint> = [RequestBodyInput<E>] extends [undefined]
  ? { readonly requestExamples?: never }
  : { readonly requestExamples: Readonly<Record<string, Example<RequestBodyInput<E>>>> };

/** One body for every status whose answer is JSON. */
type AnswerExamples<E extends Endpoint> = [ShownStatus<E>] extends [never]
  ? { readonly answerExamples?: never }
  : { readonly answerExamples: { readonly [Status in ShownStatus<E>]: AnswerBody<E, Status> } };

/** An endpoint in words and examples, for the reference page. */
export type EndpointDocumentation<E extends Endpoint> = RequestExamples<E> &
  AnswerExamples<E> & {
    /** What it does, in a few words without a full stop. */
    readonly summary: string;
    /** What a caller has to know, as Markdown. */
    readonly description: string;
  };

/** The words for all endpoints under one heading: none may be missing and there are no others. */
export type DocumentationOf<Heading extends Tag> = {
  readonly [Id in OperationId as (typeof endpoints)[Id]['tag'] extends Heading ? Id : never]: EndpointDocumentation<
    (typeof endpoints)[Id]
  >;
};

/** An endpoint in words and examples, whichever it is. */
export interface AnyDocumentation {
  readonly summary: string;
  readonly description: string;
  readonly requestExamples?: Readonly<Record<string, Example>>;
  readonly answerExamples?: Readonly<Record<number, unknown>>;
}
