import { join } from 'node:path';
import { readClamdAddress, scanWithClamd } from './virus-scan/scan-with-clamd.ts';
import { withDemoRetention } from './demo/demo-retention.ts';
import type { GatewayOptions } from './create-gateway.ts';
import type { Configuration } from './configuration/configuration.ts';

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
  } = configuration;
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
  };
};
