import { AccessKey, AccessKeyWithSecret, NewAccessKey } from '../access-key.ts';
import { Answers } from '../answers.ts';
import { Attachment, AttachmentLimits, AttachmentType } from '../attachment.ts';
import { Category, Question, QuestionType } from '../category.ts';
import { Channel } from '../channel.ts';
import { Classification, Supervision } from '../classification.ts';
import { Deadline, DeadlineKind, DeadlineState, TimeLimit } from '../deadline.ts';
import { Delivery } from '../delivery.ts';
import { DeskAction, Redaction } from '../desk-action.ts';
import { DeskNote, DeskReport, DeskRole, DeskSummary, NewReplyTemplate, ReplyTemplate } from '../desk-report.ts';
import { CalendarDate } from '../fields/calendar-date.ts';
import { DayOff } from '../fields/day-off.ts';
import { Identifier } from '../fields/identifier.ts';
import { Instant } from '../fields/instant.ts';
import { Language } from '../fields/language.ts';
import { Link } from '../fields/link.ts';
import { PhoneNumber } from '../fields/phone-number.ts';
import { RegionCode } from '../fields/region-code.ts';
import { TimeZone } from '../fields/time-zone.ts';
import { WorkWeek } from '../fields/work-week.ts';
import { Incident, Place, Position } from '../incident.ts';
import { DataField, DataPackage } from '../data-package.ts';
import { Institution, InstitutionKind, InstitutionReference } from '../institution.ts';
import { KnownReporter } from '../known-reporter.ts';
import { OpenReport } from '../open-report.ts';
import { Cursor } from '../page.ts';
import { FieldError, Problem } from '../problem.ts';
import { OwnPart, PublishedPlace, PublishedReport, ReportSummary } from '../published-report.ts';
import { Receipt } from '../receipt.ts';
import { Region, RegionLevel } from '../region.ts';
import { ReportLimits, RequirablePart } from '../report-limits.ts';
import { NewReport, NoticeSeen } from '../report.ts';
import { Confirmation, Dispute, Reply, Withdrawal } from '../reporter-action.ts';
import { ActiveSandboxFault, SandboxFault, SandboxFaultKind } from '../sandbox-fault.ts';
import { NotificationChannel, Reporter } from '../reporter.ts';
import { NewSite, SiteChange, SiteSettings } from '../site-settings.ts';
import {
  MapTiles,
  NamedLink,
  NoticeBasis,
  Origin,
  PrivacyNotice,
  Site,
  SiteChannels,
  SiteTheme,
  SmsChannel,
  ThemeMode,
} from '../site.ts';
import { Count, ServiceCriterion, Statistics, StatisticsRow, Timeliness } from '../statistics.ts';
import { StatusReason } from '../status-reason.ts';
import { KnownStatusCode, ReportStatus, StatusCode } from '../status.ts';
import {
  InstitutionSuggestion,
  MissingHint,
  PersonalDataHint,
  SuggestionReason,
  SuggestionRequest,
  Suggestions,
} from '../suggestion.ts';
import { Hop, TimelineActor, TimelineEvent } from '../timeline.ts';
import { TrackingId } from '../tracking-id.ts';
import { ForwardingResolution, ForwardingRetry, ForwardingSetting, ForwardingTask } from '../forwarding-task.ts';
import {
  NewWebhookEndpoint,
  WebhookDelivery,
  WebhookEndpoint,
  WebhookEndpointChange,
  WebhookEndpointWithSecret,
} from '../webhook-endpoint.ts';
import { WebhookEvent, WebhookEventType } from '../webhook-event.ts';
import { BulkOutcome } from './endpoints/desk.ts';
import { Challenge } from './endpoints/site.ts';
import { IdempotencyKey } from './implied-headers.ts';

/**
 * Every schema that has a name of its own in the OpenAPI document and a file of its own in `json-schema/`.
 * The queries and path parameters of endpoints are not among them: on the wire they are no objects.
 */
export const nouns = {
  AccessKey,
  AccessKeyWithSecret,
  ActiveSandboxFault,
  Answers,
  Attachment,
  AttachmentLimits,
  AttachmentType,
  BulkOutcome,
  CalendarDate,
  Category,
  Challenge,
  Channel,
  Classification,
  Confirmation,
  Count,
  Cursor,
  DataField,
  DataPackage,
  DayOff,
  Deadline,
  DeadlineKind,
  DeadlineState,
  Delivery,
  DeskAction,
  DeskNote,
  DeskReport,
  DeskRole,
  DeskSummary,
  Dispute,
  FieldError,
  ForwardingResolution,
  ForwardingRetry,
  ForwardingSetting,
  ForwardingTask,
  Hop,
  IdempotencyKey,
  Identifier,
  Incident,
  Instant,
  Institution,
  InstitutionKind,
  InstitutionReference,
  InstitutionSuggestion,
  KnownReporter,
  KnownStatusCode,
  Language,
  Link,
  MapTiles,
  MissingHint,
  NamedLink,
  NewAccessKey,
  NewReplyTemplate,
  NewReport,
  NewSite,
  NewWebhookEndpoint,
  NoticeBasis,
  NoticeSeen,
  NotificationChannel,
  OpenReport,
  Origin,
  OwnPart,
  PersonalDataHint,
  PhoneNumber,
  Place,
  Position,
  PrivacyNotice,
  Problem,
  PublishedPlace,
  PublishedReport,
  Question,
  QuestionType,
  Receipt,
  Redaction,
  Region,
  RegionCode,
  RegionLevel,
  Reply,
  ReplyTemplate,
  ReportLimits,
  ReportStatus,
  ReportSummary,
  Reporter,
  RequirablePart,
  SandboxFault,
  SandboxFaultKind,
  ServiceCriterion,
  Site,
  SiteChange,
  SiteChannels,
  SiteSettings,
  SiteTheme,
  SmsChannel,
  Statistics,
  StatisticsRow,
  StatusCode,
  StatusReason,
  SuggestionReason,
  SuggestionRequest,
  Suggestions,
  Supervision,
  ThemeMode,
  TimeLimit,
  TimeZone,
  TimelineActor,
  TimelineEvent,
  Timeliness,
  TrackingId,
  WebhookDelivery,
  WebhookEndpoint,
  WebhookEndpointChange,
  WebhookEndpointWithSecret,
  WebhookEvent,
  WebhookEventType,
  Withdrawal,
  WorkWeek,
} as const;

/** The name of a schema of {@link nouns}. */
export type NounName = keyof typeof nouns;
