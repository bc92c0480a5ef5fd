import type { AttachmentStore } from './attachment-store.ts';
import { folderStore } from './folder-store.ts';
import { memoryStore } from './memory-store.ts';
import { type S3Location, s3Store } from './s3-store.ts';

/** Where attachments lie. Several gateways on one database must be given the same place. */
export type AttachmentLocation =
  | { readonly directory: string }
  | { readonly s3: S3Location }
  /** Gone with the process: for tests. */
  | { readonly memory: true };

/** Opens the store of a location. */
export const openAttachmentStore = (location: AttachmentLocation): AttachmentStore => {
  if ('s3' in location) return s3Store(location.s3);
  return 'directory' in location ? folderStore(location.directory) : memoryStore();
};
