import { deleteUpload } from '@lapor/schemas/contract';
import { call } from '../http/call.ts';
import type { CallOptions } from '../http/call-options.ts';
import type { Connection } from '../http/connection.ts';
import { uploadFile } from '../uploads/upload-file.ts';
import { uploadFiles, type UploadsOptions } from '../uploads/upload-files.ts';
import type { UploadedFile, UploadOptions } from '../uploads/upload-options.ts';

/** Files that go with a report or a message. */
export interface Attachments {
  /**
   * Uploads a file. Safe to call again after a failure: it goes on where it stopped.
   *
   * @throws {@link RefusedError} when the site does not take such a file; and as every call.
   * @example
   * const { id } = await client.attachments.upload(input.files[0], { onProgress: ({ sent, total }) => show(sent / total) });
   * await client.reports.submit({ ...report, attachments: [id] });
   */
  upload(file: Blob, options?: UploadOptions): Promise<UploadedFile>;
  /**
   * Uploads several files, one after the other: on a weak network that is the fastest, and the first is there first. Safe
   * to call again with the same files: those that are there are not sent again.
   *
   * @example const files = await client.attachments.uploadAll([...input.files], { memory: localStorage });
   */
  uploadAll(files: readonly Blob[], options?: UploadsOptions): Promise<readonly UploadedFile[]>;
  /** Drops an upload that no report uses. @example await client.attachments.delete(id); */
  delete(uploadId: string, options?: CallOptions & { readonly token?: string | undefined }): Promise<void>;
}

/** Makes {@link Attachments} alone. @example const attachments = createAttachments(connect({ gateway, siteKey })); */
export const createAttachments = (connection: Connection): Attachments => ({
  upload: (file, options) => uploadFile(connection, file, options),
  uploadAll: (files, options) => uploadFiles(connection, files, options),
  async delete(uploadId, options) {
    const headers = { 'tus-resumable': '1.0.0' } as const;
    await call(connection, deleteUpload, { ...options, headers, parameters: { uploadId } });
  },
});
