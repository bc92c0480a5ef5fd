import { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { Refusal } from '../refusal/refusal.ts';

/** A file as it came, whole. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** True when it was longer than is read; the rest of it was thrown away. */
  readonly isCut: boolean;
}

/** What a form sent: its texts by their names, and its files. */
export interface FormBody {
  readonly values: URLSearchParams;
  readonly files: readonly SentFile[];
  /** Names of files that were more than are taken. */
  readonly surplus: readonly string[];
}

/** How much of a form is read. */
export interface FormBodyLimits {
  readonly fileBytes: number;
  readonly files: number;
  /** Of everything together. */
  readonly totalBytes: number;
}

/** Fields of the largest form: its own, twenty questions with a hundred choices each, and files that are kept. */
const maxFields = 2_200;
const maxNameBytes = 100;
/** The longest text that any site allows, in four-byte characters, percent-encoded. */
const maxTextBytes = 1_300_000;

const types = ['multipart/form-data', 'application/x-www-form-urlencoded'] as const;

const isForm = (type: string): boolean =>
  types.includes(type.split(';')[0]?.trim().toLowerCase() as (typeof types)[number]);

/** A text that a page can show again: without halves of characters, and without controls, of which HTML knows none but white space. */
const writable = (text: string): string => text.toWellFormed().replace(/[^\P{Cc}\t\n\r]/gu, ' ');

const unreadable = (cause?: unknown): Refusal => new Refusal('malformedRequest', {}, { cause });

const openParser = (type: string, { fileBytes, files }: FormBodyLimits) => {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: {
        fieldNameSize: maxNameBytes,
        fieldSize: maxTextBytes,
        // One more than may come, so that one too many is seen: the parser drops the rest without a word.
        fields: maxFields + 1,
        fileSize: fileBytes,
        // Those that are too many are counted, so that they can be named; they are not kept.
        files: files + 20,
        parts: maxFields + files + 20,
        headerPairs: 20,
        headerSize: 8 * 1024,
      },
    });
  } catch (cause) {
    throw unreadable(cause);
  }
};

/** The bytes of a request up to a limit. */
async function* limited(body: ReadableStream<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) throw new Refusal('bodyTooLarge', { maximumBytes: limit });
    yield chunk;
  }
}

/**
 * Reads what a form sent, as it comes, and no more of it than the limits allow.
 *
 * @throws Refusal `mediaTypeUnsupported` when it is no form, `bodyTooLarge` when it is too much, `malformedRequest` when it broke
 * off or makes no sense.
 */
export const readFormBody = async (request: Request, limits: FormBodyLimits): Promise<FormBody> => {
  const type = request.headers.get('content-type') ?? '';
  if (!isForm(type)) throw new Refusal('mediaTypeUnsupported', { allowed: types });
  if (Number(request.headers.get('content-length') ?? 0) > limits.totalBytes)
    throw new Refusal('bodyTooLarge', { maximumBytes: limits.totalBytes });
  const values = new URLSearchParams();
  let fields = 0;
  const files: SentFile[] = [];
  const surplus: string[] = [];
  const parser = openParser(type, limits);
  const source = Readable.from(
    limited(request.body ?? new ReadableStream({ start: (c) => c.close() }), limits.totalBytes),
  );
  await new Promise<void>((resolve, reject) => {
    const fail = (error: unknown): void => {
      source.destroy();
      parser.removeAllListeners();
      parser.on('error', () => {});
      reject(error instanceof Refusal ? error : unreadable(error));
    };
    const tooMuch = (): void => fail(new Refusal('bodyTooLarge', { maximumBytes: limits.totalBytes }));
    parser.on('field', (name, value, isNameCut, isCut) => {
      if (isNameCut || name === undefined || name.length > maxNameBytes) return fail(unreadable());
      if (isCut || (fields += 1) > maxFields) return tooMuch();
      values.append(writable(name), writable(value));
    });
    parser.on('file', (_field, stream, filename, _encoding, fileType) => {
      // A part that is of bytes is a file for the parser also where it has no name.
      const name = (filename as string | undefined) ?? '';
      const chunks: Buffer[] = [];
      const isSurplus = files.length + surplus.length >= limits.files && name !== '';
      stream.on('data', (chunk: Buffer) => isSurplus || chunks.push(chunk));
      stream.on('error', fail);
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        // A file field in which nothing was chosen comes as a nameless file of no bytes.
        if (name === '' && bytes.length === 0) return;
        if (isSurplus) surplus.push(name);
        else files.push({ name, type: fileType, bytes, isCut: stream.truncated });
      });
    });
    for (const event of ['partsLimit', 'fieldsLimit', 'filesLimit'] as const) parser.on(event, tooMuch);
    parser.on('error', fail);
    parser.on('finish', () => resolve());
    source.on('error', fail);
    source.pipe(parser);
  });
  return { values, files, surplus };
};
