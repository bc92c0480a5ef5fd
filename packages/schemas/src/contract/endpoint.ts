import type * as z from 'zod/mini';
import type { ProblemCode } from '../problem.ts';

/** Who may call an endpoint, told by the key it carries. */
export type Caller =
  /** No key at all. */
  | 'anyone'
  /** A publishable key `pk_…`, bound to a site and its origins. */
  | 'site'
  /** The follow-up token `rt_…` of the very report that the path names. */
  | 'reporter'
  /** A secret key `sk_…`, scoped to an institution and everything below it. */
  | 'desk';

/** A heading under which the reference lists endpoints. */
export type Tag =
  | 'site'
  | 'directory'
  | 'reports'
  | 'follow-up'
  | 'uploads'
  | 'statistics'
  | 'open-data'
  | 'desk'
  | 'webhooks'
  | 'forwarding'
  | 'administration'
  | 'sandbox'
  | 'operation';

/** What a repeated call does: nothing (`safe`), the same again (`idempotent`), or replays the answer of its `Idempotency-Key` (`keyed`). */
export type Repetition = 'safe' | 'idempotent' | 'keyed';

/** A body as a schema (JSON unless `mediaType` says otherwise) or, where there is none, as bytes or text of that media type. */
export interface Body<Schema extends z.ZodMiniType = z.ZodMiniType> {
  readonly schema?: Schema;
  /** @default 'application/json' */
  readonly mediaType?: string;
}

/** What a caller sends. */
export interface Request<Schema extends z.ZodMiniType = z.ZodMiniType> extends Body<Schema> {
  /**
   * Whether the call also works without a body.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** One answer of an endpoint: its body, if it has one, and the headers that a caller can rely on. */
export interface Answer<Schema extends z.ZodMiniType = z.ZodMiniType> extends Body<Schema> {
  readonly headers?: z.ZodMiniObject;
}

/**
 * One endpoint as both sides of the wire see it. The prose for people stands apart, in `contract/documentation`,
 * so that a browser that imports an endpoint does not carry it.
 */
export interface Endpoint {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /** With parameters in braces, as in RFC 6570 level 1 and OpenAPI. */
  readonly path: `/${string}`;
  readonly tag: Tag;
  readonly callers: readonly Caller[];
  readonly repetition: Repetition;
  /** Parameters in the path: one string-typed entry for each `{name}`. */
  readonly parameters?: z.ZodMiniObject;
  /** Parameters in the query string. Lists are written by repeating the name. */
  readonly query?: z.ZodMiniObject;
  /** Request headers besides `Authorization`, `Accept-Language`, `Idempotency-Key` and `If-None-Match`, which follow from the rest. */
  readonly headers?: z.ZodMiniObject;
  readonly request?: Request;
  /** Every success, by status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Every problem that this endpoint itself may answer with. Those of its callers and its request follow from them. */
  readonly problems: readonly ProblemCode[];
}

/** Checks an endpoint's shape while keeping its own narrow type. */
export const endpoint = <const E extends Endpoint>(definition: E): E => definition;
