import { defaultAttachmentLimits } from '@lapor/schemas';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import { Refusal } from '../refusal/refusal.ts';
import { keyIdOf, type RequestContext } from '../http/request-context.ts';
import { tusVersion } from '../http/tus-version.ts';
import { attachmentLimitsFor } from '../attachments/attachment-limits-for.ts';
import { beginUpload } from '../attachments/begin-upload.ts';
import { finishUpload } from '../attachments/finish-upload.ts';
import { forgetUpload } from '../attachments/forget-uploads.ts';
import { giveUpReception, receiveBytes } from '../attachments/receive-bytes.ts';
import { expiryOf, ownUpload, type Upload } from '../attachments/upload.ts';
import { createUploadAllowance } from '../attachments/upload-allowance.ts';
import { checksumAlgorithms } from '../attachments/upload-checksum.ts';
import { readUploadMetadata } from '../attachments/upload-metadata.ts';

const bytesType = 'application/offset+octet-stream';

const spoken = { 'tus-resumable': tusVersion } as const;

const carriesBytes = ({ headers }: Request): boolean =>
  headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() === bytesType;

/** A request may have no body at all; one that has must say that it is bytes. */
const hasForeignBody = (request: Request): boolean =>
  !carriesBytes(request) &&
  (Number(request.headers.get('content-length') ?? 0) > 0 || request.headers.has('transfer-encoding'));

/** HTTP dates are RFC 9110's, in which JavaScript's UTC strings are written. */
const expiresAt = (now: string): string => expiryOf(now).toUTCString();

/** The largest file that some site takes: who asks has not said yet for which. */
const largestFile = async (engine: Engine): Promise<number> =>
  Math.max(
    defaultAttachmentLimits.maxFileBytes,
    ...[...(await engine.sites.get()).values()].map((site) => site.limits.attachments.maxFileBytes),
  );

/** Takes what the request brings, and makes a file of the upload when that was the last of it. */
const proceed = async (
  engine: Engine,
  upload: Upload,
  context: RequestContext,
  limits = attachmentLimitsFor(engine, context.identity),
): Promise<string> => {
  const { identity, request, now, language } = context;
  const received = await receiveBytes(engine, { upload, keyId: keyIdOf(identity), request, now });
  if (received === upload.length) await finishUpload(engine, upload, { limits: await limits, language });
  return String(received);
};

/** A gateway that died between the last byte and the file left work that a sender, who only asks, believes to be done. */
const finishLeftOver = async (
  engine: Engine,
  upload: Upload,
  { identity, language }: RequestContext,
): Promise<void> => {
  if (upload.state !== 'receiving' || upload.received < upload.length) return;
  await finishUpload(engine, upload, { limits: await attachmentLimitsFor(engine, identity), language }).catch(
    (error: unknown) => {
      throw error instanceof Refusal && error.code === 'attachmentRefused' ? new Refusal('gone') : error;
    },
  );
};

/**
 * Resumable uploads (tus 1.0 with creation, creation-with-upload, checksum, expiration and termination). An upload belongs to
 * the key that began it; with another it is not there.
 */
export const uploadHandlers = (engine: Engine): Handlers => {
  const allowUpload = createUploadAllowance();
  const own = async ({ identity, now }: RequestContext, id: string): Promise<Upload> => {
    const look = () => ownUpload(engine.database, id, keyIdOf(identity), now);
    const upload = await look();
    return (await giveUpReception(id)) ? look() : upload;
  };

  return {
    describeUploads: async () => ({
      status: 204,
      headers: {
        ...spoken,
        'tus-version': tusVersion,
        'tus-extension': 'creation,creation-with-upload,checksum,expiration,termination',
        'tus-max-size': String(await largestFile(engine)),
        'tus-checksum-algorithm': checksumAlgorithms.join(','),
      },
    }),

    async createUpload({ headers }, context) {
      if (hasForeignBody(context.request)) throw new Refusal('mediaTypeUnsupported', { allowed: [bytesType] });
      const limits = await attachmentLimitsFor(engine, context.identity);
      const length = Number(headers['upload-length']);
      await allowUpload(context, Math.min(length, limits.maxFileBytes));
      const upload = await beginUpload(
        engine,
        { ...readUploadMetadata(headers['upload-metadata']), length },
        limits,
        context,
      );
      const received = carriesBytes(context.request)
        ? await proceed(engine, upload, context, Promise.resolve(limits))
        : undefined;
      // A path without a host: it is right on whichever of the gateway's names the sender knows it by.
      const location = `${new URL(engine.publicUrl).pathname.replace(/\/$/, '')}/v1/uploads/${upload.id}`;
      return {
        status: 201,
        headers: { ...spoken, location, 'upload-offset': received, 'upload-expires': expiresAt(context.now) },
      };
    },

    async headUpload({ parameters }, context) {
      const upload = await own(context, parameters.uploadId);
      await finishLeftOver(engine, upload, context);
      const uncached = { 'cache-control': 'no-store' };
      return {
        status: 200,
        headers: {
          ...spoken,
          ...uncached,
          'upload-offset': String(upload.received),
          'upload-length': String(upload.length),
        },
      };
    },

    async appendUpload({ parameters, headers }, context) {
      const upload = await own(context, parameters.uploadId);
      if (!carriesBytes(context.request)) throw new Refusal('mediaTypeUnsupported', { allowed: [bytesType] });
      const { received } = upload;
      if (Number(headers['upload-offset']) !== received) throw new Refusal('uploadOffsetMismatch', { received });
      if (upload.state !== 'receiving')
        return { status: 204, headers: { ...spoken, 'upload-offset': String(received) } };
      const offset = await proceed(engine, upload, context);
      return { status: 204, headers: { ...spoken, 'upload-offset': offset, 'upload-expires': expiresAt(context.now) } };
    },

    async deleteUpload({ parameters }, context) {
      const { id, reportId } = await own(context, parameters.uploadId);
      const isForgotten = reportId === null && (await forgetUpload(engine, id, keyIdOf(context.identity), context.now));
      if (!isForgotten) throw new Refusal('conflict');
      return { status: 204, headers: spoken };
    },
  };
};
