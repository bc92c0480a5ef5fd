import { hash } from 'node:crypto';
import type { LifecycleEvent } from '@lapor/schemas/lifecycle';
import canonicalize from 'canonicalize';

const nothing = new Uint8Array();

const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer');

/** What a text leaves in the chain: a digest that proves it while it is kept and tells nothing once text and salt are gone. */
export const textDigest = (text: string, salt: Uint8Array): Buffer => sha256(Buffer.concat([salt, Buffer.from(text)]));

/**
 * The hash of an event in its report's chain: SHA-256 over the hash before it, the event as canonical JSON (RFC 8785)
 * and the digest of its text, if it has one. A changed, missing, added or reordered event changes every later hash.
 */
export const eventHash = (
  previous: Uint8Array | undefined,
  event: LifecycleEvent,
  digest: Uint8Array | undefined,
): Buffer =>
  sha256(Buffer.concat([previous ?? nothing, sha256(Buffer.from(canonicalize(event) ?? '')), digest ?? nothing]));
