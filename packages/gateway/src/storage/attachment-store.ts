import { randomBytes } from 'node:crypto';
import { Refusal } from '../refusal/refusal.ts';

/**
 * Where the bytes of attachments lie. What is put is never changed: an upload is a folder of pieces and of the finished
 * file, each under a key that is used once. Which of them count is written in the database, so that any number of
 * gateways can serve one upload, and a piece whose writer died is merely left over.
 */
export interface AttachmentStore {
  /** Keeps bytes. When it returns they survive a power cut. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes under a key, as a stream; `undefined` when there are none. */
  get(key: string): Promise<ReadableStream<Uint8Array> | undefined>;
  /** Removes everything in a folder, except one key. Nothing happens when there is nothing. */
  empty(folder: string, except?: string): Promise<void>;
}

/** The folder of an upload: spread over 256 folders, so that none grows too large to list. */
export const folderOf = (uploadId: string): string => `${uploadId.slice(-2)}/${uploadId}`;

/** A key in the folder of an upload that nobody has used or will use. */
export const newKey = (uploadId: string, kind: 'part' | 'file'): string =>
  `${folderOf(uploadId)}/${kind}-${randomBytes(8).toString('hex')}`;

/**
 * Guards the stores: a key is made here, of letters, digits, dashes and underscores, whatever a caller sends.
 *
 * @throws Error when it is anything else.
 */
export const checkKey = (key: string): string => {
  if (!/^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*$/.test(key))
    throw new Error(`lapor-gateway: \`${key}\` is no key of an attachment store`);
  return key;
};

/** What a store throws when it cannot be reached or is full: no fault of the caller, and worth trying again. */
export const storeAway = (cause: unknown): Error => new Refusal('unavailable', {}, { retryAfter: 5, cause });
