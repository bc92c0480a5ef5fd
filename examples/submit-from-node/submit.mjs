// Files a report with files: node submit.mjs TITLE CONTENT [FILE …]
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { createClient, createIdempotencyKey, isLaporError, isRefused } from '@lapor/client';

const { LAPOR_GATEWAY: gateway, LAPOR_SITE_KEY: siteKey, LAPOR_ATTEMPT: attempt } = process.env;
const [title, content, ...paths] = process.argv.slice(2);

/** What shells and cron know as "try again later" (sysexits.h). */
const tryAgainLater = 75;

try {
  const client = createClient({ gateway, siteKey });
  const attachments = [];
  for (const path of paths) {
    const { id } = await client.attachments.upload(await openAsBlob(path), { name: basename(path) });
    attachments.push(id);
  }
  const report = { classification: 'complaint', title, content, attachments };
  const receipt = await client.reports.submit(report, { idempotencyKey: attempt ?? createIdempotencyKey() });
  console.log(JSON.stringify({ trackingId: receipt.trackingId, token: receipt.token, owner: receipt.owner.name }));
} catch (error) {
  if (!isLaporError(error)) throw error;
  console.error(error.message);
  if (isRefused(error)) for (const { pointer, message } of error.fields) console.error(`${pointer}: ${message}`);
  process.exitCode = error.retryable ? tryAgainLater : 1;
}
