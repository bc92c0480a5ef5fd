import { randomBytes, randomUUID } from 'node:crypto';
import {
  type NewWebhookEndpoint,
  type WebhookEndpoint,
  type WebhookEndpointChange,
  type WebhookEventType,
  webhookEventTypes,
} from '@lapor/schemas';
import type { Queryable } from '../database/database.ts';
import { type Errand, reaches, requireAdmin } from '../directory/errand.ts';
import type { Engine } from '../engine/engine.ts';
import { Refusal } from '../refusal/refusal.ts';
import { instantOf } from '../time/gateway-clock.ts';

interface EndpointRow {
  id: string;
  institution_id: string;
  url: string;
  events: WebhookEventType[] | null;
  description: string | null;
  enabled: boolean;
  disabled_reason: string | null;
  seed: string;
  created_at: Date;
}

/** A receiver, and the seed of the secret that signs for it. */
export interface SeededEndpoint {
  readonly endpoint: WebhookEndpoint;
  readonly seed: string;
}

/** Seconds for which the secret before signs beside a new one. */
const overlap = 86_400;

const endpointOf = (row: EndpointRow): WebhookEndpoint => ({
  id: row.id,
  institutionId: row.institution_id,
  url: row.url,
  events: row.events ?? [...webhookEventTypes],
  ...(row.description !== null && { description: row.description }),
  enabled: row.enabled,
  createdAt: instantOf(row.created_at),
  ...(row.disabled_reason !== null && { disabledReason: row.disabled_reason }),
});

const requireRow = async (engine: Engine, id: string, { authority }: Errand): Promise<EndpointRow> => {
  const [row] = await engine.database.query<EndpointRow>('select * from webhook_endpoint where id = $1', [id]);
  if (row === undefined || !reaches(authority, row.institution_id, await engine.directory.get()))
    throw new Refusal('notFound');
  return row;
};

/** Receivers of the authority's institution and those below it, the oldest first. */
export const listEndpoints = async (engine: Engine, { authority }: Errand): Promise<WebhookEndpoint[]> => {
  const directory = await engine.directory.get();
  const rows = await engine.database.query<EndpointRow>('select * from webhook_endpoint order by created_at, id', []);
  return rows.filter((row) => reaches(authority, row.institution_id, directory)).map(endpointOf);
};

/** One receiver. @throws Refusal `notFound` when there is none of that id within reach. */
export const readEndpoint = async (engine: Engine, id: string, errand: Errand): Promise<WebhookEndpoint> =>
  endpointOf(await requireRow(engine, id, errand));

/** As {@link readEndpoint}, for those who may change it. @throws Refusal `notFound`, or `actionNotAllowed` for a liaison officer. */
export const requireOwnEndpoint = async (engine: Engine, id: string, errand: Errand): Promise<WebhookEndpoint> => {
  const endpoint = await readEndpoint(engine, id, errand);
  requireAdmin(errand);
  return endpoint;
};

/** What a statement on one receiver gives back; nothing when it was removed meanwhile. */
const seededEndpointOf = ([row]: readonly EndpointRow[]): SeededEndpoint => {
  if (row === undefined) throw new Refusal('notFound');
  return { endpoint: endpointOf(row), seed: row.seed };
};

/** Adds a receiver of an institution. @throws Refusal `actionNotAllowed` for a liaison officer. */
export const createEndpoint = async (
  transaction: Queryable,
  { url, events, description }: NewWebhookEndpoint,
  institutionId: string,
  errand: Errand,
): Promise<SeededEndpoint> => {
  requireAdmin(errand);
  const rows = await transaction.query<EndpointRow>(
    `insert into webhook_endpoint (id, institution_id, url, events, description, seed, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning *`,
    [
      `wh_${randomBytes(8).toString('hex')}`,
      institutionId,
      url,
      events ?? null,
      description ?? null,
      randomUUID(),
      errand.now,
    ],
  );
  return seededEndpointOf(rows);
};

/** Changes a receiver. Whoever switches one on has mended what it was switched off for. @throws as {@link requireOwnEndpoint}. */
export const changeEndpoint = async (
  engine: Engine,
  id: string,
  { url, events, description, enabled }: WebhookEndpointChange,
  errand: Errand,
): Promise<WebhookEndpoint> => {
  await requireOwnEndpoint(engine, id, errand);
  const [row] = await engine.database.query<EndpointRow>(
    `update webhook_endpoint set url = coalesce($2, url), events = coalesce($3, events), description = coalesce($4, description),
       enabled = coalesce($5, enabled), disabled_reason = case when $5 then null else disabled_reason end
     where id = $1 returning *`,
    [id, url ?? null, events ?? null, description ?? null, enabled ?? null],
  );
  if (row === undefined) throw new Refusal('notFound');
  return endpointOf(row);
};

/** Removes a receiver with everything that waits for it. @throws as {@link requireOwnEndpoint}. */
export const removeEndpoint = async (engine: Engine, id: string, errand: Errand): Promise<void> => {
  await requireOwnEndpoint(engine, id, errand);
  await engine.database.query('delete from webhook_endpoint where id = $1', [id]);
};

/** Gives a receiver a new secret; the one before signs beside it for a day. */
export const rotateSecret = async (transaction: Queryable, id: string, { now }: Errand): Promise<SeededEndpoint> => {
  const rows = await transaction.query<EndpointRow>(
    `update webhook_endpoint set previous_seed = seed, previous_until = $3::timestamptz + $4 * interval '1 second', seed = $2
     where id = $1 returning *`,
    [id, randomUUID(), now, overlap],
  );
  return seededEndpointOf(rows);
};

/** Switches a receiver off that said that it is gone. Its owner reads why. */
export const switchOff = async (database: Queryable, id: string): Promise<void> => {
  await database.query(
    `update webhook_endpoint set enabled = false, disabled_reason = 'The receiver answered 410 Gone.' where id = $1 and enabled`,
    [id],
  );
};
