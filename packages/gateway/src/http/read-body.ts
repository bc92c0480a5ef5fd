import type { Endpoint } from '@lapor/schemas/contract';
import { Refusal } from '../refusal/refusal.ts';

/** Bytes of a JSON body. The longest report that any site can allow, in four-byte characters, fits; a flood does not. */
export const maxJsonBytes = 512 * 1024;

const isJson = (header: string | null): boolean => /^application\/([a-z0-9.+-]+\+)?json\s*(;|$)/i.test(header ?? '');

/** Reads a body that comes in pieces, and stops at a limit. */
const readPieces = async (request: Request, limit: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) break;
    chunks.push(chunk);
  }
  if (size > limit) throw new Refusal('bodyTooLarge', { maximumBytes: limit });
  return Buffer.concat(chunks);
};

/** Reads a body up to a limit. Where a length is announced no server lets more through, so it is read at once: that is far cheaper. */
const readBytes = async (request: Request, limit: number): Promise<Uint8Array> => {
  const announced = request.headers.get('content-length');
  if (Number(announced ?? 0) > limit) throw new Refusal('bodyTooLarge', { maximumBytes: limit });
  try {
    const bytes = announced === null ? await readPieces(request, limit) : new Uint8Array(await request.arrayBuffer());
    if (bytes.byteLength > limit) throw new Refusal('bodyTooLarge', { maximumBytes: limit });
    return bytes;
  } catch (cause) {
    // A caller that hangs up in the middle of a body has sent something that cannot be read.
    throw cause instanceof Refusal ? cause : new Refusal('malformedRequest', {}, { cause });
  }
};

const isEmpty = (request: Request): boolean =>
  request.headers.get('content-length') === '0' || (!request.headers.has('content-length') && request.body === null);

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads the JSON that an endpoint takes; `undefined` when it takes none, or when the body may be left out and is.
 *
 * @throws Refusal `mediaTypeUnsupported`, `bodyTooLarge` or `malformedRequest`.
 */
export const readJson = async (endpoint: Endpoint, request: Request): Promise<unknown> => {
  if (endpoint.request?.schema === undefined) return undefined;
  if (endpoint.request.optional && isEmpty(request)) return undefined;
  if (!isJson(request.headers.get('content-type')))
    throw new Refusal('mediaTypeUnsupported', { allowed: ['application/json'] });
  const bytes = await readBytes(request, maxJsonBytes);
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (cause) {
    throw new Refusal('malformedRequest', {}, { cause });
  }
};
