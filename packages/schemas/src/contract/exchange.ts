import type * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';

/** The parameters in an endpoint's path; `undefined` when there are none. */
export type PathParameters<E extends Endpoint> = E extends { readonly parameters: infer Schema extends z.ZodMiniType }
  ? z.output<Schema>
  : undefined;

/** An endpoint's query as the gateway has read it, defaults filled in; `undefined` when there is none. */
export type Query<E extends Endpoint> = E extends { readonly query: infer Schema extends z.ZodMiniType }
  ? z.output<Schema>
  : undefined;

/** An endpoint's query as a caller writes it; `undefined` when there is none. */
export type QueryInput<E extends Endpoint> = E extends { readonly query: infer Schema extends z.ZodMiniType }
  ? z.input<Schema>
  : undefined;

/** The request headers that an endpoint asks for itself, by their names in small letters; `undefined` when there are none. */
export type RequestHeaders<E extends Endpoint> = E extends { readonly headers: infer Schema extends z.ZodMiniType }
  ? z.output<Schema>
  : undefined;

/** As {@link RequestHeaders}, as a caller writes them. */
export type RequestHeadersInput<E extends Endpoint> = E extends { readonly headers: infer Schema extends z.ZodMiniType }
  ? z.input<Schema>
  : undefined;

/** A body as the gateway has read it, defaults filled in; `undefined` when there is none or it is bytes. */
export type RequestBody<E extends Endpoint> = E extends {
  readonly request: { readonly schema: infer Schema extends z.ZodMiniType };
}
  ? z.output<Schema>
  : undefined;

/** A body as a caller writes it; `undefined` when there is none or it is bytes. */
export type RequestBodyInput<E extends Endpoint> = E extends {
  readonly request: { readonly schema: infer Schema extends z.ZodMiniType };
}
  ? z.input<Schema>
  : undefined;

/** The statuses with which an endpoint succeeds. */
export type AnswerStatus<E extends Endpoint> = keyof E['answers'] & number;

/** The body of an endpoint's success, of one status or of all; `undefined` when there is none or it is bytes. */
export type AnswerBody<
  E extends Endpoint,
  Status extends AnswerStatus<E> = AnswerStatus<E>,
> = E['answers'][Status] extends { readonly schema: infer Schema extends z.ZodMiniType } ? z.output<Schema> : undefined;

/** The headers of an endpoint's success on which a caller can rely, by their names in small letters. */
export type AnswerHeaders<
  E extends Endpoint,
  Status extends AnswerStatus<E> = AnswerStatus<E>,
> = E['answers'][Status] extends { readonly headers: infer Schema extends z.ZodMiniType }
  ? z.output<Schema>
  : undefined;

/** A call as the gateway has read and checked it: only the parts that the endpoint has. */
export type Call<E extends Endpoint> = ([PathParameters<E>] extends [undefined]
  ? unknown
  : { readonly parameters: PathParameters<E> }) &
  ([Query<E>] extends [undefined] ? unknown : { readonly query: Query<E> }) &
  ([RequestHeaders<E>] extends [undefined] ? unknown : { readonly headers: RequestHeaders<E> }) &
  ([RequestBody<E>] extends [undefined] ? unknown : { readonly body: RequestBody<E> });

/** A success, told by its status, with the body and the headers that belong to it. */
export type Success<E extends Endpoint, Status extends AnswerStatus<E> = AnswerStatus<E>> =
  Status extends AnswerStatus<E>
    ? { readonly status: Status } & ([AnswerBody<E, Status>] extends [undefined]
        ? unknown
        : { readonly body: AnswerBody<E, Status> }) &
        ([AnswerHeaders<E, Status>] extends [undefined] ? unknown : { readonly headers: AnswerHeaders<E, Status> })
    : never;

/**
 * A function that answers the calls of one endpoint. A refusal is thrown.
 *
 * @typeParam Context what the server adds to a call: who makes it, in what language.
 */
export type Handler<E extends Endpoint, Context = undefined> = (call: Call<E>, context: Context) => Promise<Success<E>>;
