import type { Engine } from '../engine/engine.ts';
import { Refusal } from '../refusal/refusal.ts';
import { newKey } from '../storage/attachment-store.ts';
import { type Block, readBlocks } from './read-blocks.ts';
import { tidyUpload } from './tidy-upload.ts';
import { expiryOf, ownUpload, type Upload } from './upload.ts';
import { type Checksum, readChecksum } from './upload-checksum.ts';

/** Bytes that are written at a time: what a broken connection costs at most when the gateway itself dies with it. */
const blockBytes = 256 * 1024;

/**
 * Counts a piece only when nothing else came to its place meanwhile: a sender whose connection hangs may already have
 * gone on over another, perhaps to another gateway. Whoever comes second has written a piece that is not counted.
 */
const countPiece = `
with counted as (
  update upload set received = received + $3, expires_at = $5
  where id = $1 and received = $2 and state = 'receiving' and report_id is null returning id
)
insert into upload_part (upload_id, starts_at, store_key) select id, $2, $4 from counted returning upload_id`;

interface Reception {
  readonly upload: Upload;
  readonly keyId: string;
  readonly request: Request;
  readonly now: string;
}

/** Requests of this process whose bytes are being taken, by upload. */
const underWay = new Map<string, { readonly giveUp: AbortController; readonly done: Promise<unknown> }>();

/**
 * Gives up the request that still brings bytes of an upload, if there is one, and waits until they are kept. A sender that
 * asks anew has lost that connection, even when the gateway has not noticed yet; it can go on behind the last byte at once.
 *
 * @returns whether there was one.
 */
export const giveUpReception = async (uploadId: string): Promise<boolean> => {
  const reception = underWay.get(uploadId);
  reception?.giveUp.abort();
  await reception?.done;
  return reception !== undefined;
};

const keepPiece = async (
  engine: Engine,
  { upload, keyId, now }: Reception,
  offset: number,
  bytes: Buffer,
): Promise<number> => {
  const key = newKey(upload.id, 'part');
  await engine.attachments.put(key, bytes);
  const counted = await engine.database.query(countPiece, [upload.id, offset, bytes.byteLength, key, expiryOf(now)]);
  if (counted.length > 0) return offset + bytes.byteLength;
  await tidyUpload(engine, upload.id);
  const { received } = await ownUpload(engine.database, upload.id, keyId, now);
  throw new Refusal('uploadOffsetMismatch', { received });
};

const checkSound = ({ counted, announced }: Checksum, { bytes, isCut }: Block): void => {
  if (isCut) throw new Refusal('malformedRequest');
  if (!counted.update(bytes).digest().equals(announced)) throw new Refusal('checksumMismatch');
};

const receive = async (engine: Engine, reception: Reception, giveUp: AbortSignal): Promise<number> => {
  const { upload, request } = reception;
  const checksum = readChecksum(request.headers.get('upload-checksum'));
  const tooLarge = () => new Refusal('bodyTooLarge', { maximumBytes: upload.length });
  if (Number(request.headers.get('content-length') ?? 0) > upload.length - upload.received) throw tooLarge();
  let offset = upload.received;
  const body = request.body ?? new Blob([]).stream();
  for await (const block of readBlocks(body, checksum ? upload.length + 1 : blockBytes, giveUp)) {
    if (offset + block.bytes.byteLength > upload.length) throw tooLarge();
    if (checksum) checkSound(checksum, block);
    if (block.bytes.byteLength > 0) offset = await keepPiece(engine, reception, offset, block.bytes);
    if (block.isCut)
      throw giveUp.aborted
        ? new Refusal('uploadOffsetMismatch', { received: offset })
        : new Refusal('malformedRequest');
  }
  return offset;
};

/**
 * Takes the bytes of one request, piece by piece, each durable before the next is read. With a checksum they are kept
 * together or not at all.
 *
 * @returns the byte from which to go on.
 * @throws Refusal `bodyTooLarge`, `checksumMismatch`, `uploadOffsetMismatch` when another request went on from here, or
 * `malformedRequest` when the connection broke.
 */
export const receiveBytes = async (engine: Engine, reception: Reception): Promise<number> => {
  const { id } = reception.upload;
  const giveUp = new AbortController();
  const received = receive(engine, reception, giveUp.signal);
  const done = received.catch(() => {});
  underWay.set(id, { giveUp, done });
  await done;
  if (underWay.get(id)?.done === done) underWay.delete(id);
  return received;
};
