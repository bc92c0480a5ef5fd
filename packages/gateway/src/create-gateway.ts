import { attachmentHandlers } from './v1/attachment-handlers.ts';
import { type AttachmentLocation, openAttachmentStore } from './storage/open-attachment-store.ts';
import type { Scan } from './virus-scan/scan.ts';
import { administrationHandlers } from './v1/administration-handlers.ts';
import { type ClockPolicySettings, clockPolicyOf } from './clock-plan/clock-policy.ts';
import { type ClockWork, createClockWork } from './clock-work/create-clock-work.ts';
import type { OutboxSubscriber } from './clock-work/outbox-subscriber.ts';
import { createForwarding } from './connectors/create-forwarding.ts';
import type { ForwardingOptions } from './connectors/forwarding-options.ts';
import { checkRoutes } from './connectors/route-of.ts';
import { connect, type DatabaseLocation } from './database/connect.ts';
import { migrate } from './database/migrate.ts';
import { deskHandlers } from './v1/desk-handlers.ts';
import { createDirectory } from './directory/directory.ts';
import { directoryHandlers } from './v1/directory-handlers.ts';
import type { Engine } from './engine/engine.ts';
import { type GatewayClock, systemClock } from './time/gateway-clock.ts';
import { forwardingHandlers } from './v1/forwarding-handlers.ts';
import { formPages } from './forms/form-pages.ts';
import { gatewaySecret } from './engine/gateway-secret.ts';
import { createCallsUnderWay } from './http/calls-under-way.ts';
import { createApp, type RequestOrigin } from './http/create-app.ts';
import type { Handlers } from './http/handlers.ts';
import { defaultRateLimits, type RateLimits } from './http/limit-rate.ts';
import { createKeys } from './keys/authenticate.ts';
import { createKeyUses } from './keys/key-uses.ts';
import { createCallJournal } from './journal/call-journal.ts';
import { type Log, silentLog } from './journal/log.ts';
import { open311Door } from './open311/open311-door.ts';
import { operationHandlers } from './v1/operation-handlers.ts';
import { openDataHandlers } from './v1/open-data-handlers.ts';
import { createReportFiler } from './engine/file-reports.ts';
import { followUpHandlers } from './v1/follow-up-handlers.ts';
import { reportHandlers } from './v1/report-handlers.ts';
import { createSandboxClock } from './sandbox/sandbox-clock.ts';
import { createSandboxFaults, type SandboxFaults } from './sandbox/sandbox-faults.ts';
import { sandboxHandlers } from './v1/sandbox-handlers.ts';
import { siteHandlers } from './v1/site-handlers.ts';
import { createSites } from './sites/load-sites.ts';
import { statisticsHandlers } from './v1/statistics-handlers.ts';
import { createStatistics } from './statistics/read-statistics.ts';
import { suggestionHandlers } from './v1/suggestion-handlers.ts';
import { createSms } from './sms-inbox/create-sms.ts';
import type { SmsOptions } from './sms-inbox/sms-options.ts';
import { v3Door } from './v3/v3-door.ts';
import type { V3Options } from './v3/v3-options.ts';
import { webhookHandlers } from './v1/webhook-handlers.ts';
import { createNotifications } from './notifications/create-notifications.ts';
import type { NewsChannel } from './notifications/news-channel.ts';
import type { NotificationOptions } from './notifications/notification-options.ts';
import { createWebhooks, type Webhooks } from './webhooks/create-webhooks.ts';
import type { WebhookOptions } from './webhooks/webhook-options.ts';

/** What a gateway can be told. Only where its data lies must be said. */
export interface GatewayOptions {
  readonly database: DatabaseLocation;
  /**
   * Where attachments lie. Several gateways on one database must be given the same place.
   *
   * @default the folder `.lapor/attachments`; in memory when the database is
   */
  readonly attachments?: AttachmentLocation;
  /** Looks for malicious programs in attachments, for instance `scanWithClamd(…)`. Until it has answered, a file is kept from everybody. */
  readonly scan?: Scan;
  /**
   * Where the gateway is reached from outside.
   *
   * @default 'http://localhost:1708'
   */
  readonly publicUrl?: string;
  /** @default {@link defaultRateLimits} */
  readonly rateLimits?: RateLimits;
  /** @default the machine's own clock */
  readonly clock?: GatewayClock;
  /**
   * What happens by itself, and when: reminders, escalation, closing, and how long what is kept for.
   *
   * @default {@link defaultClockPolicy}
   */
  readonly clockPolicy?: ClockPolicySettings;
  /** Who is told of every event, beside those of the gateway itself. All replicas must be given the same. */
  readonly subscribers?: readonly OutboxSubscriber[];
  /**
   * Whether the gateway begins at once with everything that it does without being called. Where it does not,
   * `gateway.clockWork` can be started or run later.
   *
   * @default false
   */
  readonly clockWork?: boolean;
  /** Where webhooks may go, and how patient the gateway is with their receivers. @default public addresses by `https:` */
  readonly webhooks?: WebhookOptions;
  /** How the door in the shape of SP4N's V3 interface is knocked at. */
  readonly v3?: V3Options;
  /** Which reports go on to other systems, and how. @default none: all are handled here */
  readonly forwarding?: ForwardingOptions;
  /** The SMSC over which reports come by SMS, while the clock work runs. @default none: there is no SMS */
  readonly sms?: SmsOptions;
  /**
   * Ways on which reporters are told of news, if they chose one: for instance `createEmailChannel(…)`.
   *
   * @default none: nobody is told of anything
   */
  readonly newsChannels?: readonly NewsChannel[];
  /** When reporters are told of news, and how much of it. */
  readonly notifications?: NotificationOptions;
  /**
   * Lets the clock be moved and faults be switched on, for integrators' tests. Never on a gateway that people use.
   *
   * @default false
   */
  readonly sandbox?: boolean;
  /**
   * Public figures below this are hidden, because they could point at a person.
   *
   * @default 5
   */
  readonly suppressedBelow?: number;
  /**
   * Where it is written what happens; a logger of pino, say.
   *
   * @default nowhere, but work that fails without a caller is a warning of the process
   */
  readonly log?: Log;
}

/** A running gateway. */
export interface Gateway {
  /** Answers a request (Fetch standard). `origin` tells what the server knows of the caller. */
  fetch(request: Request, origin?: RequestOrigin): Promise<Response>;
  /**
   * What its parts work with: for the command line, which runs in the same process.
   *
   * @internal
   */
  readonly engine: Engine;
  /** What the gateway does without being called. */
  readonly clockWork: ClockWork;
  /**
   * Takes no further calls, finishes those under way and the work of the clock that has begun, and lets go of the
   * database. A stream that somebody is still reading from an answer breaks off.
   */
  close(): Promise<void>;
}

/** Ways on which reporters are told of news. A sandbox tells nobody: its clock is moved, and its reports are made up. */
const newsChannelNamesOf = ({ sandbox, newsChannels = [], sms }: GatewayOptions): Engine['newsChannels'] => {
  if (sandbox) return [];
  const names = newsChannels.map(({ name }) => name);
  return [...new Set([...names, ...(sms !== undefined && sms.news !== false ? (['sms'] as const) : [])])];
};

const createEngine = async (options: GatewayOptions): Promise<Engine> => {
  const { log = silentLog } = options;
  const database = await connect(options.database);
  try {
    await migrate(database);
    return {
      database,
      clock: options.sandbox
        ? await createSandboxClock(database, options.clock ?? systemClock)
        : (options.clock ?? systemClock),
      clockPolicy: clockPolicyOf(options.clockPolicy),
      directory: createDirectory(database),
      sites: createSites(database),
      keys: createKeys(database),
      keyUses: createKeyUses(database),
      fileReport: createReportFiler(database),
      attachments: openAttachmentStore(
        options.attachments ?? ('memory' in options.database ? options.database : { directory: '.lapor/attachments' }),
      ),
      ...(options.scan && { scan: options.scan }),
      secret: await gatewaySecret(database),
      publicUrl: (options.publicUrl ?? 'http://localhost:1708').replace(/\/+$/, ''),
      newsChannels: newsChannelNamesOf(options),
      sandbox: options.sandbox ?? false,
      log,
      journal: createCallJournal(log),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
};

const handlersOf = (
  engine: Engine,
  clockWork: ClockWork,
  webhooks: Webhooks,
  { suppressedBelow }: GatewayOptions,
  faults: SandboxFaults | undefined,
): Handlers => {
  const readStatistics = createStatistics(engine, suppressedBelow);
  return {
    ...siteHandlers(engine),
    ...directoryHandlers(engine),
    ...reportHandlers(engine),
    ...followUpHandlers(engine),
    ...attachmentHandlers(engine),
    ...deskHandlers(engine),
    ...administrationHandlers(engine),
    ...suggestionHandlers(engine),
    ...statisticsHandlers(engine, readStatistics),
    ...openDataHandlers(engine, readStatistics),
    ...sandboxHandlers(engine, clockWork, faults),
    ...webhookHandlers(engine, webhooks.rules),
    ...forwardingHandlers(engine),
  };
};

/** Milliseconds that calls under way get to come to their end: more than a statement may take, and its successor. */
const patience = 30_000;

/**
 * Opens a gateway on its database, migrated to this version.
 *
 * @example
 * const gateway = await createGateway({ database: { directory: '.lapor/gateway' } });
 * const response = await gateway.fetch(new Request('http://localhost/readyz'));
 */
export const createGateway = async (options: GatewayOptions): Promise<Gateway> => {
  if (options.forwarding) checkRoutes(options.forwarding);
  const engine = await createEngine(options);
  const { log, subscribers = [], rateLimits = defaultRateLimits } = options;
  const webhooks = createWebhooks(engine, options.webhooks);
  const sms = createSms(engine, () => handlers, options.sms);
  const newsChannels = [...(options.newsChannels ?? []), ...(sms?.newsChannels ?? [])];
  const notifications = createNotifications(engine, newsChannels, options.notifications);
  const forwarding = options.forwarding && createForwarding(engine, options.forwarding);
  const couriers = [
    webhooks.courier,
    ...notifications.couriers,
    ...(sms ? [sms.courier] : []),
    ...(forwarding ? [forwarding.courier] : []),
  ];
  const clockWork = createClockWork(engine, {
    subscribers: [
      webhooks.subscriber,
      ...notifications.subscribers,
      ...(forwarding ? [forwarding.subscriber] : []),
      ...subscribers,
    ],
    couriers,
    ...(log && { onError: (error) => log.error({ error }, 'clock work failed; it is tried again') }),
  });
  const figures = [
    webhooks.figures,
    notifications.figures,
    ...(sms ? [sms.figures] : []),
    ...(forwarding ? [forwarding.figures] : []),
  ];
  const faults = engine.sandbox ? createSandboxFaults() : undefined;
  const handlers: Handlers = handlersOf(engine, clockWork, webhooks, options, faults);
  const app = createApp(engine, { ...handlers, ...operationHandlers(engine, handlers, figures) }, rateLimits, [
    ...formPages(engine, handlers),
    ...v3Door(engine, handlers, options.v3),
    ...open311Door(engine, handlers),
  ]);
  const calls = createCallsUnderWay();
  const close = async () => {
    faults?.end();
    // Calls first: an embedded database has one connection, and whoever waits for it when it goes would wait for ever.
    await calls.end(patience);
    await clockWork.stop().catch(() => {});
    await Promise.all(couriers.map((courier) => courier.close().catch(() => {})));
    await engine.keyUses.flush().catch(() => {});
    await engine.database.close();
  };
  if (options.clockWork) {
    await clockWork.start().catch(async (error: unknown) => {
      await close();
      throw error;
    });
  }
  return {
    engine,
    clockWork,
    fetch: (request, origin = {}) =>
      calls.answer(request, () =>
        faults === undefined
          ? app.fetch(request, origin)
          : faults.answer(request, async (asked) => app.fetch(asked, origin)),
      ),
    close,
  };
};
