import * as z from 'zod/mini';
import { AccessKey, AccessKeyWithSecret, NewAccessKey } from '../../access-key.ts';
import { Identifier } from '../../fields/identifier.ts';
import { NewSite, SiteChange, SiteSettings } from '../../site-settings.ts';
import { endpoint } from '../endpoint.ts';

const SiteParameters = z.object({ siteId: Identifier });

/** Sites of this institution and those below it. */
export const listSites = endpoint({
  method: 'GET',
  path: '/v1/desk/sites',
  tag: 'administration',
  callers: ['desk'],
  repetition: 'safe',
  answers: { 200: { schema: z.object({ items: z.array(SiteSettings) }) } },
  problems: [],
});

/** Registers a site. */
export const createSite = endpoint({
  method: 'POST',
  path: '/v1/desk/sites',
  tag: 'administration',
  callers: ['desk'],
  repetition: 'keyed',
  request: { schema: NewSite },
  answers: { 201: { schema: SiteSettings } },
  problems: ['actionNotAllowed', 'conflict'],
});

/** One site with its origins. */
export const getSiteSettings = endpoint({
  method: 'GET',
  path: '/v1/desk/sites/{siteId}',
  tag: 'administration',
  callers: ['desk'],
  repetition: 'safe',
  parameters: SiteParameters,
  answers: { 200: { schema: SiteSettings } },
  problems: ['notFound'],
});

/** Changes a site: its origins, limits, notice, channels, theme. */
export const changeSite = endpoint({
  method: 'PATCH',
  path: '/v1/desk/sites/{siteId}',
  tag: 'administration',
  callers: ['desk'],
  repetition: 'idempotent',
  parameters: SiteParameters,
  request: { schema: SiteChange },
  answers: { 200: { schema: SiteSettings } },
  problems: ['notFound', 'actionNotAllowed'],
});

/** Keys of this institution, those below it, and their sites. Never the keys themselves. */
export const listKeys = endpoint({
  method: 'GET',
  path: '/v1/desk/keys',
  tag: 'administration',
  callers: ['desk'],
  repetition: 'safe',
  answers: { 200: { schema: z.object({ items: z.array(AccessKey) }) } },
  problems: [],
});

/** Makes a key and shows it, this once. */
export const createKey = endpoint({
  method: 'POST',
  path: '/v1/desk/keys',
  tag: 'administration',
  callers: ['desk'],
  repetition: 'keyed',
  request: { schema: NewAccessKey },
  answers: { 201: { schema: AccessKeyWithSecret } },
  problems: ['actionNotAllowed'],
});

/** Revokes a key, at once and for good. */
export const revokeKey = endpoint({
  method: 'DELETE',
  path: '/v1/desk/keys/{keyId}',
  tag: 'administration',
  callers: ['desk'],
  repetition: 'idempotent',
  parameters: z.object({ keyId: Identifier }),
  answers: { 204: {} },
  problems: ['notFound', 'actionNotAllowed'],
});
