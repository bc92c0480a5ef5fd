import { isIP } from 'node:net';
import type { AddressRules } from './address-rules.ts';
import type { WebhookRules } from './webhook-options.ts';

/** The host of an address as a number, where it is written as one: `[::1]` is `::1`. */
const numericHost = ({ hostname }: URL): string | undefined => {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(host) === 0 ? undefined : host;
};

/**
 * Whether a receiver's address may be posted to, as far as can be told without resolving its name: its scheme, nobody's
 * credentials in it, and an allowed network where the host is a number, in whatever way it is written.
 */
export const mayReceive = (url: string, { http }: Pick<WebhookRules, 'http'>, addresses: AddressRules): boolean => {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return false;
  if (parsed.protocol !== 'https:' && !(http && parsed.protocol === 'http:')) return false;
  const host = numericHost(parsed);
  return host === undefined || addresses.allows(host);
};
