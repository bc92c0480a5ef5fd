import { attachmentTypes } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';
import { finishUpload, isGoodSignature, refuseFile } from '../fake-attachments.ts';
import type { FakeAnswers, FakeContext } from '../fake-gateway-options.ts';
import { FakeRefusal } from '../fake-refusal.ts';
import type { FakeUpload } from '../fake-world.ts';
import { nameOfCaller } from '../identify-caller.ts';
import { randomName } from '../seeded-random.ts';

const bytesType = 'application/offset+octet-stream';
const spoken = { 'tus-resumable': '1.0.0' } as const;
const day = 86_400_000;

const expiresAfter = ({ now }: FakeContext): string => new Date(Date.parse(now) + day).toUTCString();

const carriesBytes = ({ request }: FakeContext): boolean =>
  request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() === bytesType;

const textOf = (base64: string): string => {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)));
  } catch {
    return '';
  }
};

/** `Upload-Metadata` (tus 1.0, "Creation"): names, each with a value in base64, joined by commas. */
const metadataOf = (header = ''): { name: string; type: string } => {
  const values = new Map(
    header.split(',').map((pair) => {
      const [key = '', value = ''] = pair.trim().split(/ +/);
      return [key, textOf(value)] as const;
    }),
  );
  return { name: values.get('filename') || 'lampiran', type: values.get('filetype') ?? '' };
};

const algorithms: Readonly<Record<string, string>> = { sha1: 'SHA-1', sha256: 'SHA-256' };

/** Compares a piece with its checksum, where the platform lets one count it. */
const checkPiece = async (bytes: Uint8Array<ArrayBuffer>, header: string | undefined): Promise<void> => {
  if (header === undefined || !globalThis.crypto?.subtle) return;
  const [name = '', expected] = header.split(' ');
  const algorithm = algorithms[name];
  if (algorithm === undefined) throw new FakeRefusal('malformedRequest');
  const digest = new Uint8Array(await crypto.subtle.digest(algorithm, bytes));
  if (btoa(String.fromCharCode(...digest)) !== expected) throw new FakeRefusal('checksumMismatch');
};

/** Takes what the request brings. */
const take = async (upload: FakeUpload, checksum: string | undefined, { world, bytes, language }: FakeContext) => {
  if (upload.bytes.length + bytes.length > upload.length)
    throw new FakeRefusal('bodyTooLarge', { maximumBytes: upload.length });
  await checkPiece(bytes, checksum);
  const joined = new Uint8Array(upload.bytes.length + bytes.length);
  joined.set(upload.bytes);
  joined.set(bytes, upload.bytes.length);
  upload.bytes = joined;
  finishUpload(world, upload, language);
  return String(joined.length);
};

/** An upload belongs to whoever began it; for others it is not there. */
const own = ({ world, caller }: FakeContext, id: string): FakeUpload => {
  const upload = world.uploads.get(id);
  if (upload?.owner !== nameOfCaller(caller)) throw new FakeRefusal('notFound');
  return upload;
};

/** Resumable uploads by tus 1.0, and the files that they become. */
export const uploadAnswers: FakeAnswers = {
  describeUploads: async (_, { world }) => ({
    status: 204,
    headers: {
      ...spoken,
      'tus-version': '1.0.0',
      'tus-extension': 'creation,creation-with-upload,checksum,termination',
      'tus-max-size': String(world.site.limits.attachments.maxFileBytes),
      'tus-checksum-algorithm': Object.keys(algorithms).join(','),
    },
  }),

  async createUpload({ headers }, context) {
    const { world, caller, language } = context;
    const limits = world.site.limits.attachments;
    const { name, type } = metadataOf(headers['upload-metadata']);
    const length = Number(headers['upload-length']);
    if (!world.site.features.attachments)
      throw new FakeRefusal('attachmentRefused', { reason: messagesFor(language).attachments.tooMany({ maximum: 0 }) });
    if (length === 0) throw refuseFile('empty', name, limits, language);
    if (length > limits.maxFileBytes) throw new FakeRefusal('bodyTooLarge', { maximumBytes: limits.maxFileBytes });
    const isKnown =
      type === '' || type === 'application/octet-stream' || (type in attachmentTypes && limits.types.includes(type));
    if (!isKnown) throw refuseFile('typeNotAllowed', name, limits, language);
    const id = `upl_${randomName(world.random, 20)}`;
    const upload: FakeUpload = {
      id,
      owner: nameOfCaller(caller),
      name,
      length,
      bytes: new Uint8Array(),
      mediaType: undefined,
      reportId: undefined,
    };
    world.uploads.set(id, upload);
    const offset = carriesBytes(context) ? await take(upload, headers['upload-checksum'], context) : undefined;
    const location = `/v1/uploads/${id}`;
    return {
      status: 201,
      headers: { ...spoken, location, 'upload-offset': offset, 'upload-expires': expiresAfter(context) },
    };
  },

  async headUpload({ parameters: { uploadId } }, context) {
    const { bytes, length } = own(context, uploadId);
    return {
      status: 200,
      headers: { ...spoken, 'upload-offset': String(bytes.length), 'upload-length': String(length) },
    };
  },

  async appendUpload({ parameters: { uploadId }, headers }, context) {
    const upload = own(context, uploadId);
    if (!carriesBytes(context)) throw new FakeRefusal('mediaTypeUnsupported', { allowed: [bytesType] });
    const received = upload.bytes.length;
    if (Number(headers['upload-offset']) !== received) throw new FakeRefusal('uploadOffsetMismatch', { received });
    const offset = await take(upload, headers['upload-checksum'], context);
    return { status: 204, headers: { ...spoken, 'upload-offset': offset, 'upload-expires': expiresAfter(context) } };
  },

  async deleteUpload({ parameters: { uploadId } }, context) {
    const { id, reportId } = own(context, uploadId);
    if (reportId !== undefined) throw new FakeRefusal('conflict');
    context.world.uploads.delete(id);
    return { status: 204, headers: spoken };
  },

  async downloadAttachment({ parameters: { attachmentId }, query: { signature } }, { world }) {
    if (!isGoodSignature(attachmentId, signature)) throw new FakeRefusal('signatureInvalid');
    const upload = world.uploads.get(attachmentId);
    if (upload?.mediaType === undefined) throw new FakeRefusal('gone');
    return { status: 200, body: upload.bytes, headers: { 'content-type': upload.mediaType } } as { status: 200 };
  },
};
