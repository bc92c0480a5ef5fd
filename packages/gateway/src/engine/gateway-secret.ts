import { randomBytes } from 'node:crypto';
import type { Database } from '../database/database.ts';

/** The gateway's secret: made when the database is first used, and the same for every replica from then on. */
export const gatewaySecret = async (database: Database): Promise<Buffer> => {
  await database.query(
    `insert into gateway_setting (name, value) values ('secret', to_jsonb($1::text)) on conflict do nothing`,
    [randomBytes(32).toString('base64')],
  );
  const [row] = await database.query<{ value: string }>(`select value from gateway_setting where name = 'secret'`, []);
  if (row === undefined)
    throw new Error('lapor-gateway: the database lost its secret while it was read. Restore a backup.');
  return Buffer.from(row.value, 'base64');
};
