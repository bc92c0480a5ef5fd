import { createHmac } from 'node:crypto';
import type { NewAccessKey } from '@lapor/schemas';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import { once } from '../http/once.ts';
import type { RequestContext } from '../http/request-context.ts';
import { createKey, listKeys, revokeKey } from '../administration/key-admin.ts';
import { keyPrefixes } from '../keys/hash-key.ts';
import { changeSite, createSite, listSites, readSite } from '../administration/site-admin.ts';
import { errandOf } from './errand-of.ts';

/**
 * The key that an attempt makes. It follows from the gateway's secret, the caller's own key and the attempt's name, so
 * that a repetition is shown the same one although nothing of it is kept: the caller's key is not in the database either.
 */
const keyOfAttempt = (
  { secret }: Engine,
  { kind }: NewAccessKey,
  { request, idempotencyKey }: RequestContext,
): string => {
  const presented = (request.headers.get('authorization') ?? '').trim().split(/\s+/).at(-1);
  const bits = createHmac('sha256', secret)
    .update(`access key ${presented} ${idempotencyKey}`)
    .digest()
    .subarray(0, 20);
  return `${keyPrefixes[kind]}${bits.toString('base64url')}`;
};

/** Sites and their origins, and access keys. */
export const administrationHandlers = (engine: Engine): Handlers => ({
  listSites: async (_, context) => ({ status: 200, body: { items: await listSites(engine, errandOf(context)) } }),

  getSiteSettings: async ({ parameters: { siteId } }, context) => ({
    status: 200,
    body: await readSite(engine, siteId, errandOf(context)),
  }),

  async createSite({ body }, context) {
    const answer = await once(engine, context, 'createSite', body, (transaction) =>
      createSite(engine, body, errandOf(context), transaction),
    );
    engine.sites.clear();
    return { status: 201, ...answer };
  },

  changeSite: async ({ parameters: { siteId }, body }, context) => ({
    status: 200,
    body: await changeSite(engine, siteId, body, errandOf(context)),
  }),

  listKeys: async (_, context) => ({ status: 200, body: { items: await listKeys(engine, errandOf(context)) } }),

  async createKey({ body }, context) {
    const key = keyOfAttempt(engine, body, context);
    const { body: made, ...rest } = await once(engine, context, 'createKey', body, async (database) => {
      const { key: _, ...shown } = await createKey(engine, body, errandOf(context), { key, database });
      return shown;
    });
    engine.keys.clear();
    return { status: 201, body: { ...made, key }, ...rest };
  },

  async revokeKey({ parameters: { keyId } }, context) {
    await revokeKey(engine, keyId, errandOf(context));
    engine.keys.clear();
    return { status: 204 };
  },
});
