// Takes the open reports of an SP4N export to a gateway: node import.mjs FILE.csv
import { readFile } from 'node:fs/promises';
import { createDeskClient, isConflict, isRefused } from '@lapor/client';
import { parse } from 'csv-parse/sync';
import { readRow } from './read-export.mjs';

const { LAPOR_GATEWAY: gateway, LAPOR_SECRET_KEY: secretKey } = process.env;
const client = createDeskClient({ gateway, secretKey, retries: 10, maxRetryDelay: 120_000 });

/** The directory by names, as the export writes them. */
const idsByName = new Map();
for await (const { id, name } of client.institutions.list({ limit: 100 })) idsByName.set(name.toLowerCase(), id);

const importRow = async ({ number, isOpen, institutionName, report }) => {
  if (!isOpen) return 'closed';
  const target = idsByName.get(institutionName.toLowerCase());
  const targeted = { ...report, ...(target && { targetInstitutionId: target }) };
  try {
    const { trackingId } = await client.reports.submit(targeted, { idempotencyKey: `sp4n-export-${number}` });
    return `filed ${trackingId}`;
  } catch (error) {
    if (isConflict(error)) return 'edited since it was filed';
    if (!isRefused(error)) throw error;
    process.exitCode = 1;
    return `refused ${error.fields.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')}`;
  }
};

const text = await readFile(process.argv[2], 'utf8');
// Excel writes `;` where the comma is the decimal sign. The first column tells.
const delimiter = /^\uFEFF?"?Tracking ID"?(.)/.exec(text)?.[1] ?? ',';
for (const row of parse(text, { bom: true, columns: true, delimiter, trim: true })) {
  const read = readRow(row);
  console.log(`${read.number}: ${await importRow(read)}`);
}
