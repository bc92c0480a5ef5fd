/**
 * The contract: every endpoint of v1 as both sides of the wire see it, and what follows from that: which problems and headers
 * an endpoint has, the types of its calls and answers, the OpenAPI document, the JSON Schemas.
 *
 * Whoever needs few endpoints imports those by name. `endpoints` and `buildOpenApi` bring the whole contract along: they are for
 * servers and tools. The prose and the conversion behind `buildOpenApi` are not public.
 *
 * @module
 */

// Endpoints
export { endpoints, type OperationId } from './table.ts';
export { Challenge, getChallenge, getSite, suggest } from './endpoints/site.ts';
export {
  getRegion,
  getRegionBoundaries,
  listCategories,
  listInstitutions,
  listRegions,
} from './endpoints/directory.ts';
export { getReport, listReports, ReportParameters, ReportQuery, submitReport } from './endpoints/reports.ts';
export { confirmReport, disputeReport, replyToReport, supportReport, withdrawReport } from './endpoints/follow-up.ts';
export {
  appendUpload,
  createUpload,
  deleteUpload,
  describeUploads,
  downloadAttachment,
  headUpload,
} from './endpoints/uploads.ts';
export { getStatistics } from './endpoints/statistics.ts';
export {
  exportReportsAsCsv,
  exportReportsAsJson,
  getAtomFeed,
  getDataPackage,
  getOpenStatistics,
  getRssFeed,
} from './endpoints/open-data.ts';
export {
  actOnReport,
  actOnReports,
  auditReport,
  BulkOutcome,
  getDeskReport,
  listDeskReports,
} from './endpoints/desk.ts';
export {
  createReplyTemplate,
  deleteReplyTemplate,
  listReplyTemplates,
  replaceReplyTemplate,
} from './endpoints/desk.ts';
export { changeWebhook, createWebhook, deleteWebhook, getWebhook, listWebhooks } from './endpoints/webhooks.ts';
export { listWebhookDeliveries, redeliverWebhook, rotateWebhookSecret, testWebhook } from './endpoints/webhooks.ts';
export { listForwarding, resolveForwarding, retryForwarding } from './endpoints/forwarding.ts';
export {
  changeSite,
  createKey,
  createSite,
  getSiteSettings,
  listKeys,
  listSites,
  revokeKey,
} from './endpoints/administration.ts';
export { getClock, getFaults, moveClock, setFaults } from './endpoints/sandbox.ts';
export { getHealth, getMetrics, getOpenApi, getReadiness, getReference } from './endpoints/operation.ts';

// What an endpoint is
export {
  type Answer,
  type Body,
  type Caller,
  endpoint,
  type Endpoint,
  type Repetition,
  type Request,
  type Tag,
} from './endpoint.ts';

// What follows from it
export { impliedProblems, problemsOf } from './implied-problems.ts';
export { IdempotencyKey, isConditional, needsIdempotencyKey } from './implied-headers.ts';
export { fillPath, type ParameterName } from './fill-path.ts';

// What crosses the wire, as types
export type {
  Call,
  Handler,
  PathParameters,
  Query,
  QueryInput,
  RequestBody,
  RequestBodyInput,
  RequestHeaders,
  RequestHeadersInput,
} from './exchange.ts';
export type { AnswerBody, AnswerHeaders, AnswerStatus, Success } from './exchange.ts';

// The contract as documents
export { buildOpenApi, type OpenApiDocument, type OpenApiOptions } from './openapi/document.ts';
export { buildJsonSchemas } from './openapi/json-schemas.ts';
export { type JsonSchema } from './openapi/json-schema.ts';
export { type Server } from './documentation/servers.ts';
export { contractVersion } from './version.ts';
export { type NounName, nouns } from './nouns.ts';
