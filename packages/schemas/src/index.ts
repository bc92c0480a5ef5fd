/**
 * What a report to SP4N-LAPOR! is: the nouns of the contract as zod schemas, each with its type.
 *
 * What is done with them stands in entries of its own, so that a page pays only for what it uses:
 * `@lapor/schemas/lifecycle`, `/clock`, `/regions`, `/text-checks`, `/messages`, `/contract`.
 *
 * @module @lapor/schemas
 */

// The report and its parts
export { createNewReportSchema, NewReport, type NewReportInput, NoticeSeen } from './report.ts';
export { Classification, Supervision } from './classification.ts';
export { Channel } from './channel.ts';
export { ReportLimits, RequirablePart } from './report-limits.ts';
export { defaultAttachmentLimits, defaultReportLimits } from './default-report-limits.ts';
export { NotificationChannel, Reporter } from './reporter.ts';
export { Incident, Place, Position } from './incident.ts';
export { Attachment, AttachmentLimits, attachmentTypes, AttachmentType } from './attachment.ts';

// What comes back
export { Receipt } from './receipt.ts';
export { ActiveSandboxFault, SandboxFault, SandboxFaultKind } from './sandbox-fault.ts';
export { readTrackingId, TrackingId } from './tracking-id.ts';
export { closedStatuses, KnownStatusCode, ReportStatus, StatusCode, statusCodes, statusOfLabel } from './status.ts';
export { StatusReason } from './status-reason.ts';
export { Deadline, DeadlineKind, DeadlineState, TimeLimit } from './deadline.ts';
export { Delivery } from './delivery.ts';
export { KnownReporter } from './known-reporter.ts';
export { Hop, TimelineActor, TimelineEvent } from './timeline.ts';
export { OwnPart, PublishedPlace, PublishedReport, ReportSummary } from './published-report.ts';

// What a reporter and an officer can do
export { Confirmation, createMessageSchema, Dispute, Reply, Withdrawal } from './reporter-action.ts';
export { DeskAction, type DeskActionType, Redaction } from './desk-action.ts';
export { DeskNote, DeskReport, DeskRole, DeskSummary, NewReplyTemplate, ReplyTemplate } from './desk-report.ts';

// The directory
export { Institution, InstitutionKind, InstitutionReference } from './institution.ts';
export { Category, Question, QuestionType } from './category.ts';
export { Answers } from './answers.ts';
export { answersTo } from './answers-to.ts';
export { Region, RegionLevel } from './region.ts';

// The site
export { MapTiles, NamedLink, NoticeBasis, Origin, PrivacyNotice, Site, SiteChannels } from './site.ts';
export { SiteTheme, SmsChannel, ThemeMode } from './site.ts';
export { NewSite, SiteChange, SiteSettings } from './site-settings.ts';
export { AccessKey, AccessKeyWithSecret, NewAccessKey } from './access-key.ts';

// Advice, figures, webhooks, forwarding
export {
  InstitutionSuggestion,
  MissingHint,
  PersonalDataHint,
  SuggestionReason,
  SuggestionRequest,
  Suggestions,
} from './suggestion.ts';
export { Count, ServiceCriterion, Statistics, StatisticsRow, Timeliness } from './statistics.ts';
export { OpenReport } from './open-report.ts';
export { DataField, DataPackage } from './data-package.ts';
export { WebhookEvent, WebhookEventType, webhookEventTypes } from './webhook-event.ts';
export {
  NewWebhookEndpoint,
  WebhookDelivery,
  WebhookEndpoint,
  WebhookEndpointChange,
  WebhookEndpointWithSecret,
} from './webhook-endpoint.ts';
export { ForwardingResolution, ForwardingRetry, ForwardingSetting, ForwardingTask } from './forwarding-task.ts';

// Refusals, pages and single values
export { FieldError, Problem, type ProblemCode, problemCodes, problemStatus } from './problem.ts';
export { Cursor, pageOf, PageQuery } from './page.ts';
export { CalendarDate } from './fields/calendar-date.ts';
export { DayOff } from './fields/day-off.ts';
export { Identifier } from './fields/identifier.ts';
export { Instant } from './fields/instant.ts';
export { Language } from './fields/language.ts';
export { Link } from './fields/link.ts';
export type { OpenSet, OpenSetSchema } from './fields/open-set.ts';
export { normalisePhoneNumber, PhoneNumber } from './fields/phone-number.ts';
export { RegionCode } from './fields/region-code.ts';
export { TimeZone } from './fields/time-zone.ts';
export { WorkWeek } from './fields/work-week.ts';
