import type { AttachmentLimits, Language } from '@lapor/schemas';
import type { Engine } from '../engine/engine.ts';
import { newKey } from '../storage/attachment-store.ts';
import { checkContent } from './check-content.ts';
import { nameForType } from './file-name.ts';
import { joinParts } from './join-parts.ts';
import { type AttachmentFault, refuseAttachment } from './refuse-attachment.ts';
import { tidyUpload } from './tidy-upload.ts';
import type { Upload } from './upload.ts';

/** By what a file is judged, and in which language it is refused. */
export interface Judgement {
  readonly limits: AttachmentLimits;
  readonly language: Language;
}

/** Only from `receiving`: whoever finishes second, here or at another gateway, changes nothing. */
const setFinished = `update upload set state = $2, media_type = $3, name = $4, bytes = $5, store_key = $6 where id = $1 and state = 'receiving'`;

const refuse = async (
  engine: Engine,
  upload: Upload,
  fault: AttachmentFault,
  { limits, language }: Judgement,
): Promise<never> => {
  await engine.database.query(`update upload set state = 'refused' where id = $1 and state = 'receiving'`, [upload.id]);
  await tidyUpload(engine, upload.id);
  throw refuseAttachment(fault, upload.name, limits, language);
};

const isStillReceiving = async ({ database }: Engine, id: string): Promise<boolean> =>
  (await database.query(`select id from upload where id = $1 and state = 'receiving'`, [id])).length > 0;

const finish = async (engine: Engine, upload: Upload, judgement: Judgement): Promise<void> => {
  const bytes = await joinParts(engine, upload.id);
  if (bytes?.byteLength !== upload.length) {
    if (await isStillReceiving(engine, upload.id))
      throw new Error(`lapor-gateway: pieces of \`${upload.id}\` are missing from the attachment store`);
    return;
  }
  const file = await checkContent(bytes, judgement.limits);
  if (typeof file === 'string') return refuse(engine, upload, file, judgement);
  const verdict = engine.scan ? await engine.scan([file.bytes]) : 'clean';
  if (verdict === 'infected') return refuse(engine, upload, 'infected', judgement);
  const key = newKey(upload.id, 'file');
  await engine.attachments.put(key, file.bytes);
  const state = verdict === 'clean' ? 'ready' : 'checking';
  await engine.database.query(setFinished, [
    upload.id,
    state,
    file.mediaType,
    nameForType(upload.name, file.mediaType),
    file.bytes.byteLength,
    key,
  ]);
  await tidyUpload(engine, upload.id);
  await engine.database.query('delete from upload_part where upload_id = $1', [upload.id]);
};

const underWay = new Map<string, Promise<void>>();

/**
 * Makes a file of an upload whose last byte has come: joins its pieces, checks what they are, writes images anew, has the
 * result scanned, and keeps it. Called again while it is at work, for instance by a sender who lost patience, it waits
 * for the same work; called after a crash, it does it again.
 *
 * @throws Refusal `attachmentRefused`; the bytes are gone then.
 */
export const finishUpload = (engine: Engine, upload: Upload, judgement: Judgement): Promise<void> => {
  const running =
    underWay.get(upload.id) ?? finish(engine, upload, judgement).finally(() => underWay.delete(upload.id));
  underWay.set(upload.id, running);
  return running;
};
