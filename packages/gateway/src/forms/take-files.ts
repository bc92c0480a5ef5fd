import type { AttachmentLimits } from '@lapor/schemas';
import { detectType } from '../attachments/detect-type.ts';
import { keptUploads, type KeptUpload } from '../attachments/kept-uploads.ts';
import { rewriteImage } from '../attachments/rewrite-image.ts';
import { createTurns } from '../attachments/turns.ts';
import type { HandlerOf } from '../http/handlers.ts';
import { keepFile } from '../http/keep-file.ts';
import { type Identity, keyIdOf, type RequestContext } from '../http/request-context.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { FormBody, FormBodyLimits, SentFile } from './read-form-body.ts';
import type { Visit } from './visit.ts';

/** Bytes of a photo as a phone takes it. What a site keeps is smaller: no script is there to make it so, so the gateway does. */
const photoBytes = 12 * 1024 * 1024;

/** Room for what is written, and for the parts' own heads. */
const roomForTexts = 2 * 1024 * 1024;

/** Bodies of which each holds a form's files in memory. */
const inTurn = createTurns(4);

/** How much of a form is read under a site's limits. */
export const bodyLimitsFor = ({ maxCount, maxFileBytes }: AttachmentLimits): FormBodyLimits => {
  const fileBytes = Math.max(maxFileBytes, photoBytes) + 1;
  return { fileBytes, files: maxCount, totalBytes: Math.min(maxCount, 3) * fileBytes + roomForTexts };
};

/** Does something that holds files in memory, when it is its turn. */
export const holdingFiles = inTurn;

/** The context in which these pages call the contract's operations. */
export const contextOf = (visit: Visit, identity: Identity, more: Partial<RequestContext> = {}): RequestContext => ({
  identity,
  language: visit.language,
  requestId: visit.requestId,
  now: visit.now,
  address: visit.address,
  request: visit.request,
  ...more,
});

/** A photo that is too large for the site, made to fit; anything else as it came. */
const fitted = async ({ bytes, isCut }: SentFile, most: number): Promise<Buffer> => {
  if (isCut || bytes.byteLength <= most) return bytes;
  const type = await detectType(bytes);
  if (type === undefined || type === 'application/pdf') return bytes;
  const rewritten = await rewriteImage(bytes, type, most);
  return typeof rewritten === 'string' ? bytes : Buffer.from(rewritten.bytes);
};

/** Keeps one file as an upload of the caller's, and gives its id. */
const keep = (visit: Visit, identity: Identity, file: SentFile, bytes: Buffer): Promise<string> =>
  keepFile(visit.handlers.createUpload as HandlerOf<'createUpload'>, contextOf(visit, identity), file, bytes);

/** What became of the files of a form. */
export interface TakenFiles {
  /** Files that are kept, earlier ones first. */
  readonly kept: readonly KeptUpload[];
  /** What is to be said about those that are not. */
  readonly faults: readonly string[];
}

/** By what files are taken. */
export interface FileRules {
  readonly limits: AttachmentLimits;
  /** The attempt that the form is: what its report has already is still the form's. */
  readonly attempt?: Uint8Array | undefined;
}

const wordsOf = (error: unknown, { say }: Visit, { name }: SentFile, limits: AttachmentLimits): string => {
  if (!(error instanceof Refusal)) throw error;
  if (error.code === 'attachmentRefused') return (error.facts as { reason: string }).reason;
  if (error.code === 'bodyTooLarge') return say.attachments.tooLarge({ name, maximumBytes: limits.maxFileBytes });
  if (error.code === 'rateLimited')
    return say.problems.rateLimited.detail(error.facts as { retryAfterSeconds: number });
  throw error;
};

/**
 * Keeps the files that a form sent, beside those that it had sent before and named again. What is kept need not be chosen
 * again, whatever else on the page is wrong.
 *
 * @throws what the database throws when it is away; then nothing that was not kept before is.
 */
export const takeFiles = async (
  visit: Visit,
  identity: Identity,
  { values, files, surplus }: FormBody,
  { limits, attempt }: FileRules,
): Promise<TakenFiles> => {
  const { engine, now, say } = visit;
  const removed = new Set(values.getAll('removeFile'));
  const named = values.getAll('file').filter((id) => /^[\w.-]{1,64}$/.test(id) && !removed.has(id));
  const earlier = await keptUploads(engine.database, named.slice(0, 50), keyIdOf(identity), now, attempt);
  const faults = surplus.length > 0 ? [say.attachments.tooMany({ maximum: limits.maxCount })] : [];
  if (earlier.length < new Set(named).size) faults.push(say.formPages.filesLost);
  const ids = earlier.map(({ id }) => id);
  let left = limits.maxTotalBytes - earlier.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const file of files) {
    if (ids.length >= limits.maxCount) {
      faults.push(say.attachments.tooMany({ maximum: limits.maxCount }));
      break;
    }
    try {
      const bytes = await fitted(file, Math.min(limits.maxFileBytes, Math.max(left, 50_000)));
      ids.push(await keep(visit, identity, file, bytes));
      left -= bytes.byteLength;
    } catch (error) {
      faults.push(wordsOf(error, visit, file, limits));
    }
  }
  const kept = await keptUploads(engine.database, ids, keyIdOf(identity), now, attempt);
  const total = kept.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > limits.maxTotalBytes) faults.push(say.attachments.totalTooLarge({ maximumBytes: limits.maxTotalBytes }));
  return { kept, faults: [...new Set(faults)] };
};
