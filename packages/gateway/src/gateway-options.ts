import { join } from 'node:path';
import { readClamdAddress, scanWithClamd } from './virus-scan/scan-with-clamd.ts';
import { withDemoRetention } from './demo/demo-retention.ts';
import type { GatewayOptions } from './create-gateway.ts';
import { createOpen311Connector } from './connectors/open311/open311-connector.ts';
import { createSp4nConnector } from './connectors/sp4n/sp4n-connector.ts';
import { forwardingOptionsOf } from './connectors/forwarding-options-of.ts';
import { createEmailChannel } from './mail/email-channel.ts';
import type { NotificationOptions } from './notifications/notification-options.ts';
import { smsOptionsOf } from './sms-inbox/sms-options-of.ts';
import type { Configuration } from './configuration/configuration.ts';

const notificationOptionsOf = ({
  quietFrom,
  quietUntil,
  ...others
}: NonNullable<Configuration['notifications']>): NotificationOptions => ({
  quietHours: { from: quietFrom, until: quietUntil },
  ...others,
});

/** The options of a gateway, from its configuration. The clock work is left to whoever opens it. */
export const gatewayOptionsOf = (configuration: Configuration): GatewayOptions => {
  const {
    data,
    databaseUrl,
    databaseConnections,
    publicUrl,
    demo,
    sandbox,
    s3,
    clamd,
    rateLimits,
    suppressedBelow,
    webhooks,
    email,
    notifications,
    sms,
    v3,
  } = configuration;
  const forwarding = forwardingOptionsOf(configuration, {
    ...(configuration.open311 && { open311: createOpen311Connector(configuration.open311) }),
    ...(configuration.sp4n && { sp4n: createSp4nConnector(configuration.sp4n) }),
  });
  const clockPolicy = demo ? withDemoRetention(configuration.clockPolicy) : configuration.clockPolicy;
  return {
    database: databaseUrl ? { url: databaseUrl, poolSize: databaseConnections } : { directory: join(data, 'database') },
    attachments: s3 ? { s3 } : { directory: join(data, 'attachments') },
    sandbox,
    suppressedBelow,
    ...(publicUrl && { publicUrl }),
    ...(clamd && { scan: scanWithClamd(readClamdAddress(clamd)) }),
    ...(rateLimits && { rateLimits }),
    ...(clockPolicy && { clockPolicy }),
    ...(webhooks && { webhooks }),
    ...(email && { newsChannels: [createEmailChannel(email)] }),
    ...(notifications && { notifications: notificationOptionsOf(notifications) }),
    ...(v3 && { v3 }),
    ...(sms && { sms: smsOptionsOf(sms) }),
    ...(forwarding && { forwarding }),
  };
};
