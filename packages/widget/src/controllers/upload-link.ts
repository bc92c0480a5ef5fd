import { call, type Connection, type UploadedFile, uploadFile, type UploadOptions } from '@lapor/client';
import { deleteUpload } from '@lapor/schemas/contract';

/** What files need of a gateway while somebody writes. */
export interface UploadLink {
  /** Uploads a file, from where it stopped. One repetition: after that it waits until the device is online. */
  upload(file: Blob, options: UploadOptions): Promise<UploadedFile>;
  /** Takes an upload back that no report uses. */
  drop(uploadId: string): Promise<void>;
}

/** Makes it over a connection that is there. */
export const createUploadLink = (connection: Connection): UploadLink => ({
  upload: (file, options) => uploadFile(connection, file, { ...options, retries: 1 }),
  async drop(uploadId) {
    await call(connection, deleteUpload, { parameters: { uploadId }, headers: { 'tus-resumable': '1.0.0' } });
  },
});
