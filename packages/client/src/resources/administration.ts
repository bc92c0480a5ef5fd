import type { AccessKey, AccessKeyWithSecret, NewAccessKey, NewSite, SiteChange, SiteSettings } from '@lapor/schemas';
import {
  changeSite,
  createKey,
  createSite,
  getSiteSettings,
  listKeys,
  listSites,
  revokeKey,
} from '@lapor/schemas/contract';
import { call } from '../http/call.ts';
import type { CallOptions, KeyedOptions } from '../http/call-options.ts';
import type { Connection } from '../http/connection.ts';

/** The sites on which forms stand. */
export interface Sites {
  /** Sites of this institution and of those below it. @example const sites = await client.sites.list(); */
  list(options?: CallOptions): Promise<readonly SiteSettings[]>;
  /**
   * Registers a site.
   *
   * @example
   * await client.sites.create({
   *   institutionId: 'padang', name: 'Padang', regionCode: '13.71', origins: ['https://padang.example'],
   * });
   */
  create(site: NewSite, options?: KeyedOptions): Promise<SiteSettings>;
  /** One site with its origins. @example const { origins } = await client.sites.get('padang'); */
  get(siteId: string, options?: CallOptions): Promise<SiteSettings>;
  /** Changes a site: only what is given changes. @example await client.sites.change('padang', { origins: ['https://padang.example'] }); */
  change(siteId: string, change: SiteChange, options?: CallOptions): Promise<SiteSettings>;
}

/** Makes {@link Sites} alone. @example const sites = createSites(connect({ gateway, secretKey })); */
export const createSites = (connection: Connection): Sites => {
  const named = (siteId: string) => ({ parameters: { siteId } });
  return {
    list: async (options) => (await call(connection, listSites, { ...options })).body.items,
    create: async (body, options) => (await call(connection, createSite, { ...options, body })).body,
    get: async (id, options) => (await call(connection, getSiteSettings, { ...options, ...named(id) })).body,
    change: async (id, body, options) => (await call(connection, changeSite, { ...options, ...named(id), body })).body,
  };
};

/** Who may call. */
export interface Keys {
  /** Keys of this institution, of those below it, and of their sites. Never the keys themselves. @example const keys = await client.keys.list(); */
  list(options?: CallOptions): Promise<readonly AccessKey[]>;
  /**
   * Makes a key. It is in the answer and is never shown again.
   *
   * @example const { key } = await client.keys.create({ kind: 'publishable', siteId: 'padang', name: 'Portal' });
   */
  create(key: NewAccessKey, options?: KeyedOptions): Promise<AccessKeyWithSecret>;
  /** Revokes a key, at once and for good. @example await client.keys.revoke(id); */
  revoke(keyId: string, options?: CallOptions): Promise<void>;
}

/** Makes {@link Keys} alone. @example const keys = createKeys(connect({ gateway, secretKey })); */
export const createKeys = (connection: Connection): Keys => ({
  list: async (options) => (await call(connection, listKeys, { ...options })).body.items,
  create: async (body, options) => (await call(connection, createKey, { ...options, body })).body,
  revoke: async (keyId, options) => {
    await call(connection, revokeKey, { ...options, parameters: { keyId } });
  },
});
