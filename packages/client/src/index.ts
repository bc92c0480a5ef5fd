/**
 * How a report travels: the typed client of a Lapor gateway, for browsers, Node, Bun, Deno and workers.
 *
 * What not every page needs stands in entries of its own: `@lapor/client/outbox`, `/webhooks`, `/testing`. Which endpoint
 * is called how stands in `@lapor/schemas/contract`, and nothing of it is repeated here.
 *
 * @module @lapor/client
 */

// The client
export { type Client, createClient } from './create-client.ts';
export { createDeskClient, type DeskClient, type DeskClientOptions } from './create-desk-client.ts';
export {
  type ClientOptions,
  type ConnectionOptions,
  defaultConnectionOptions,
  type RetryNotice,
  type SecretOptions,
  type SiteOptions,
} from './http/client-options.ts';
export type { CallOptions, KeyedOptions, ReporterOptions } from './http/call-options.ts';
export { createIdempotencyKey } from './http/create-idempotency-key.ts';

export { revalidating, type Send } from './http/revalidating.ts';

// Its parts, for pages where each byte counts
export { connect, type Connection } from './http/connection.ts';
export { call, type CallParts } from './http/call.ts';
export { createReports, type Reports } from './resources/reports.ts';
export { type Attachments, createAttachments } from './resources/attachments.ts';
export { uploadFile } from './uploads/upload-file.ts';
export {
  type Categories,
  createCategories,
  createInstitutions,
  createRegions,
  type Institutions,
  type Regions,
} from './resources/directory.ts';
export {
  createSite,
  createStatistics,
  createSuggestions,
  type SiteResource,
  type StatisticsResource,
  type SuggestionsResource,
} from './resources/site.ts';
export { type ActOptions, createDesk, type Desk, type ReplyTemplates } from './resources/desk.ts';
export { createWebhooks, type WebhooksResource } from './resources/webhooks.ts';
export { createForwarding, type ForwardingResource } from './resources/forwarding.ts';
export { createKeys, createSites, type Keys, type Sites } from './resources/administration.ts';
export { createOpenData, type OpenData, type OpenReport } from './resources/open-data.ts';
export { createOperation, createSandbox, type Operation, type Sandbox } from './resources/operation.ts';

// What they take and give
export { type ListQuery, type Page, PagedList } from './resources/paged-list.ts';
export type {
  UploadedFile,
  UploadMemory,
  UploadOptions,
  UploadProgress,
  UploadsProgress,
} from './uploads/upload-options.ts';
export type { UploadsOptions } from './uploads/upload-files.ts';

// What they throw
export { type ErrorFacts, LaporError } from './errors/lapor-error.ts';
export { AnsweredError, type AnswerFacts, type AnyProblemCode } from './errors/answered-error.ts';
export { RefusedError } from './errors/refused-error.ts';
export { UnauthorisedError } from './errors/unauthorised-error.ts';
export { NotFoundError } from './errors/not-found-error.ts';
export { ConflictError } from './errors/conflict-error.ts';
export { RateLimitedError } from './errors/rate-limited-error.ts';
export { GatewayFailedError } from './errors/gateway-failed-error.ts';
export { UnreachableError } from './errors/unreachable-error.ts';
export { TimedOutError } from './errors/timed-out-error.ts';
export { UnexpectedResponseError } from './errors/unexpected-response-error.ts';
export {
  isAnswered,
  isConflict,
  isGatewayFailed,
  isLaporError,
  isNotFound,
  isRateLimited,
  isRefused,
  isTimedOut,
  isUnauthorised,
  isUnexpectedResponse,
  isUnreachable,
} from './errors/guards.ts';
