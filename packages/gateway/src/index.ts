/**
 * The gateway: keeps, routes and answers reports. Open one with {@link createGateway}, or run `lapor-gateway serve`.
 *
 * @module
 */
export { createGateway, type Gateway, type GatewayOptions } from './create-gateway.ts';
export type { RequestOrigin } from './http/create-app.ts';
export {
  type ClockPolicy,
  type ClockPolicySettings,
  defaultClockPolicy,
  type Retention,
  type RetentionPeriod,
} from './clock-plan/clock-policy.ts';
export { type ClockWork, type DueWork } from './clock-work/create-clock-work.ts';
export { type DeadLetter } from './clock-work/dead-letters.ts';
export {
  defaultRetries,
  type OutboxEvent,
  type OutboxSubscriber,
  type Retries,
} from './clock-work/outbox-subscriber.ts';
export { type DatabaseLocation } from './database/connect.ts';
export { type GatewayClock, systemClock } from './time/gateway-clock.ts';
export { defaultRateLimits, type RateLimit, type RateLimits } from './http/limit-rate.ts';
export { defaultPauses, type WebhookOptions } from './webhooks/webhook-options.ts';

// News for reporters
export { createEmailChannel, type EmailOptions } from './mail/email-channel.ts';
export type { News, NewsChannel, NewsOutcome } from './notifications/news-channel.ts';
export { defaultNewsPauses, type NotificationOptions, type QuietHours } from './notifications/notification-options.ts';

// Reports by SMS
export { defaultSmsRules, type SmsOptions, type SmsRules } from './sms-inbox/sms-options.ts';
export type { SourceAddress } from './sms/addresses.ts';
export { defaultSmppTimes, type SmppAccount, type SmppTimes } from './sms/smpp-settings.ts';

// Doors in
export type { V3Options } from './v3/v3-options.ts';

// Doors out
export type {
  Connector,
  Copies,
  DoubledMessage,
  Facts,
  Finding,
  Outcome,
  Polled,
  SettingFinding,
  SettingsChecked,
  Step,
  UpstreamNews,
} from './connectors/connector.ts';
export {
  defaultForwardingRules,
  type ForwardingOptions,
  type ForwardingRules,
} from './connectors/forwarding-options.ts';
export type { Message, Parcel, ParcelFile, SentMessage } from './connectors/parcel.ts';
export { createOpen311Connector } from './connectors/open311/open311-connector.ts';
export type { Open311Settings } from './configuration/open311-settings.ts';
export { createSp4nConnector } from './connectors/sp4n/sp4n-connector.ts';
export type { Sp4nSettings } from './configuration/sp4n-settings.ts';

// Attachments
export type { AttachmentLocation } from './storage/open-attachment-store.ts';
export type { S3Location } from './storage/s3-store.ts';
export type { Scan, ScanVerdict } from './virus-scan/scan.ts';
export { type ClamdAddress, scanWithClamd } from './virus-scan/scan-with-clamd.ts';

// Running it
export { type Configuration, type ConfigurationInput, defineConfiguration } from './configuration/configuration.ts';
export type { Log, WriteLine } from './journal/log.ts';
