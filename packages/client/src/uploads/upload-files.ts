import type { Connection } from '../http/connection.ts';
import { uploadFile } from './upload-file.ts';
import type { UploadedFile, UploadOptions, UploadProgress, UploadsProgress } from './upload-options.ts';

/** What the upload of several files can be told. */
export interface UploadsOptions extends Omit<UploadOptions, 'name' | 'onProgress'> {
  /** Is told when the gateway has more of any of them. */
  readonly onProgress?: ((progress: UploadsProgress) => void) | undefined;
}

/** Files that are there already, of calls that have not ended well yet. */
const there = /* @__PURE__ */ new WeakMap<Blob, UploadedFile>();

/** Uploads files one after the other. */
export const uploadFiles = async (
  connection: Connection,
  files: readonly Blob[],
  { onProgress, ...options }: UploadsOptions = {},
): Promise<readonly UploadedFile[]> => {
  const progress: UploadProgress[] = files.map(({ size }) => ({ sent: 0, total: size }));
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const tell = (index: number, of: UploadProgress) => {
    progress[index] = of;
    onProgress?.({ sent: progress.reduce((sum, { sent }) => sum + sent, 0), total, files: [...progress] });
  };
  const uploaded: UploadedFile[] = [];
  for (const [index, file] of files.entries()) {
    const known = there.get(file);
    const result = known ?? (await uploadFile(connection, file, { ...options, onProgress: (of) => tell(index, of) }));
    if (known) tell(index, { sent: file.size, total: file.size });
    there.set(file, result);
    uploaded.push(result);
  }
  // Only now: another report with the same file needs an upload of its own.
  for (const file of files) there.delete(file);
  return uploaded;
};
