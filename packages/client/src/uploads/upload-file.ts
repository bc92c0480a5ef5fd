import { appendUpload, createUpload, headUpload } from '@lapor/schemas/contract';
import { isAnswered, isLaporError, isNotFound } from '../errors/guards.ts';
import { call } from '../http/call.ts';
import type { Connection } from '../http/connection.ts';
import { backOff, pause } from '../http/pause.ts';
import { base64, checksumOf } from './checksum-of.ts';
import { firstChunkSize, nextChunkSize, smallerChunkSize } from './chunk-size.ts';
import { unfinishedOf } from './unfinished.ts';
import type { UploadedFile, UploadOptions } from './upload-options.ts';

const spoken = { 'tus-resumable': '1.0.0' } as const;

const encode = (text: string): string => base64(new TextEncoder().encode(text));

/** The steps of tus 1.0 for one file. Each ends with how many bytes the gateway has. */
const stepsOf = (connection: Connection, file: Blob, options: UploadOptions) => {
  const { name = (file as Partial<File>).name ?? 'lampiran', signal, timeout, retries, token } = options;
  const told = { signal, timeout, retries, token };
  return {
    /** Begins it, with the whole file when that is one piece: one way there and back in the place of two. */
    async begin(whole: Blob | undefined): Promise<{ id: string; offset: number }> {
      const metadata = `filename ${encode(name)}${file.type && `,filetype ${encode(file.type)}`}`;
      const checksum = whole && (await checksumOf(whole));
      const { headers } = await call(connection, createUpload, {
        ...told,
        headers: {
          ...spoken,
          'upload-length': String(file.size),
          'upload-metadata': metadata,
          ...(checksum && { 'upload-checksum': checksum }),
        },
        bytes: whole,
      });
      const id = new URL(headers.location, connection.gateway).pathname.split('/').pop() ?? '';
      return { id, offset: Number(headers['upload-offset'] ?? 0) };
    },
    async ask(uploadId: string): Promise<number> {
      const { headers } = await call(connection, headUpload, { ...told, headers: spoken, parameters: { uploadId } });
      return Number(headers['upload-offset']);
    },
    async append(uploadId: string, offset: number, piece: Blob): Promise<number> {
      const checksum = await checksumOf(piece);
      const { headers } = await call(connection, appendUpload, {
        ...told,
        // Whether a broken piece has arrived is asked first; sending it blindly again would be refused.
        retries: 0,
        parameters: { uploadId },
        headers: { ...spoken, 'upload-offset': String(offset), ...(checksum && { 'upload-checksum': checksum }) },
        bytes: piece,
      });
      return Number(headers['upload-offset']);
    },
  };
};

/** Whether a piece that failed may go through when what the gateway has is asked and it is sent again from there. */
const isWorthAnother = (error: unknown): boolean =>
  isLaporError(error) &&
  (error.retryable || (isAnswered(error) && /^(uploadOffsetMismatch|checksumMismatch)$/.test(error.code ?? '')));

/**
 * Uploads a file by tus 1.0: in pieces as large as the connection carries in some seconds, each with its checksum, and
 * from where it stopped when it was begun before.
 */
export const uploadFile = async (
  connection: Connection,
  file: Blob,
  options: UploadOptions = {},
): Promise<UploadedFile> => {
  const { signal, retries = connection.retries, onProgress } = options;
  const steps = stepsOf(connection, file, options);
  const unfinished = await unfinishedOf(connection, file, options.memory);
  let size = firstChunkSize();
  let failures = 0;
  let id = unfinished.id();
  let offset: number | undefined;
  for (;;) {
    try {
      if (id === undefined) {
        ({ id, offset } = await steps.begin(file.size <= size ? file : undefined));
        if (offset < file.size) unfinished.begin(id);
      }
      offset ??= await steps.ask(id);
      onProgress?.({ sent: offset, total: file.size });
      while (offset < file.size) {
        const began = performance.now();
        const piece = file.slice(offset, offset + size);
        offset = await steps.append(id, offset, piece);
        size = nextChunkSize(piece.size, performance.now() - began);
        failures = 0;
        onProgress?.({ sent: offset, total: file.size });
      }
      unfinished.forget();
      return { id, bytes: file.size };
    } catch (error) {
      const isForgotten = isNotFound(error) && id !== undefined && failures === 0;
      if (!isForgotten && (!isWorthAnother(error) || (failures += 1) > retries)) throw error;
      if (isForgotten) {
        // What the gateway has forgotten, or found unreadable, is begun anew, and then refused with a reason.
        failures += 1;
        id = undefined;
        unfinished.forget();
      } else {
        await pause(backOff(failures), signal);
      }
      offset = undefined;
      size = smallerChunkSize(size);
    }
  }
};
