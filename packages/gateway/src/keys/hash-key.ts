import { hash, randomBytes } from 'node:crypto';

/** The hash under which a key is stored. Keys are random, so a fast hash without salt is enough. */
export const hashKey = (key: string): Buffer => hash('sha256', key, 'buffer');

/** How the keys of each kind begin. */
export const keyPrefixes = { publishable: 'pk_', secret: 'sk_' } as const;

/** A new key: its kind's prefix and 160 random bits. */
export const newKey = (kind: keyof typeof keyPrefixes): string =>
  `${keyPrefixes[kind]}${randomBytes(20).toString('base64url')}`;

/** As much of a key as may be shown: enough to tell keys apart, too little to use. */
export const shownPrefix = (key: string): string => key.slice(0, 9);
