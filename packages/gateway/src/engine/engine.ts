import type { NotificationChannel } from '@lapor/schemas';
import type { AttachmentStore } from '../storage/attachment-store.ts';
import type { Scan } from '../virus-scan/scan.ts';
import type { Cached } from '../cache/cached.ts';
import type { ClockPolicy } from '../clock-plan/clock-policy.ts';
import type { Database } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import type { GatewayClock } from '../time/gateway-clock.ts';
import type { KnownKey } from '../keys/authenticate.ts';
import type { KeyUses } from '../keys/key-uses.ts';
import type { CallJournal } from '../journal/call-journal.ts';
import type { Log } from '../journal/log.ts';
import type { ReportFiler } from './file-reports.ts';
import type { SiteRecord } from '../sites/site-record.ts';

/** What every part of the gateway works with. */
export interface Engine {
  readonly database: Database;
  readonly clock: GatewayClock;
  /** What happens by itself, and when. */
  readonly clockPolicy: ClockPolicy;
  readonly directory: Cached<Directory>;
  readonly sites: Cached<ReadonlyMap<string, SiteRecord>>;
  readonly keys: Cached<ReadonlyMap<string, KnownKey>>;
  readonly keyUses: KeyUses;
  /** Keeps a new report. */
  readonly fileReport: ReportFiler;
  readonly attachments: AttachmentStore;
  /** Looks for malicious programs in attachments; without it they are handed out unscanned. */
  readonly scan?: Scan;
  /** Secret of this gateway, from which report tokens and signed links are made: 32 random bytes, kept in the database. */
  readonly secret: Buffer;
  /** Where the gateway is reached from outside, without a slash at the end. */
  readonly publicUrl: string;
  /** Where it is written what happens. */
  readonly log: Log;
  /** What is kept of calls: lines in the log, and figures. */
  readonly journal: CallJournal;
  /** Ways on which reporters are told of news. */
  readonly newsChannels: readonly Exclude<NotificationChannel, 'none'>[];
  /** Whether the clock can be moved and nothing leaves the gateway. */
  readonly sandbox: boolean;
}
