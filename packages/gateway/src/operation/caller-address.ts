import { isIP } from 'node:net';

/** An address as proxies write it: bare, with a port, or in brackets with one. */
const addressIn = (entry: string): string | undefined => {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
  return isIP(bare) === 0 ? undefined : bare;
};

/**
 * The caller's address: the socket's, or what the last trusted proxy says of it. Of `X-Forwarded-For` only as many
 * entries from the right count as there are proxies; everything further left is the caller's own tale.
 */
export const callerAddress = (socket: string | undefined, forwarded: string | null, trustedProxies: number): string => {
  const told = (forwarded ?? '').split(',').map((part) => part.trim());
  const believed = trustedProxies > 0 ? addressIn(told.at(-trustedProxies) ?? '') : undefined;
  return believed ?? socket ?? 'unknown';
};
