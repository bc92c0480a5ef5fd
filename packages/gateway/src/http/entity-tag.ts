import { hash } from 'node:crypto';

/** A strong entity tag of a body: the same bytes, the same tag (RFC 9110, 8.8.3). */
export const entityTag = (body: string | Uint8Array): string => `"${hash('sha256', body, 'base64url').slice(0, 22)}"`;

/** Whether what the caller has is still what it would get. `If-None-Match` compares weakly (RFC 9110, 13.1.2). */
export const isUnchanged = (ifNoneMatch: string | null, tag: string): boolean =>
  ifNoneMatch !== null &&
  (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === tag));

/** Whether nothing has changed since the moment that the caller names. It counts where no tag is compared (RFC 9110, 13.1.3). */
export const isUnchangedSince = (ifModifiedSince: string | null, lastModified: string): boolean =>
  ifModifiedSince !== null && Date.parse(ifModifiedSince) >= Date.parse(lastModified);
