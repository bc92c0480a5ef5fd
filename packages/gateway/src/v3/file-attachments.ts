import { holdingFiles } from '../forms/take-files.ts';
import { numbersOf } from './numbers.ts';
import { filerOf } from './site-of-program.ts';
import { keepFiles, readParts } from './take-attachments.ts';
import { answerResults } from './v3-answer.ts';
import type { V3Call } from './v3-call.ts';
import { fieldFault, refusalOf } from '../refusal/field-fault.ts';

interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly media_type: string | null;
}

/** `POST /complaints/complaint/file`: keeps files for a complaint that is to come, and tells their numbers in V3's two lists. */
export const fileAttachments = (call: V3Call): Promise<Response> =>
  holdingFiles(async () => {
    const identity = await filerOf(call, call.program);
    const body = await readParts(call, identity);
    if (body.files.length === 0)
      throw refusalOf([fieldFault(call.language, { pointer: '/attachments', code: 'required', facts: {} })]);
    const ids = await keepFiles(call, identity, body);
    const { database } = call.engine;
    const numbers = await numbersOf(database, 'attachment', ids);
    const kept = await database.query<KeptFile>(
      'select id, name, media_type from upload where id = any($1::text[]) order by array_position($1::text[], id)',
      [ids],
    );
    const entry = ({ id, name }: KeptFile) => ({ id: numbers.get(id), file_name: name });
    const isImage = (file: KeptFile): boolean => file.media_type?.startsWith('image/') ?? false;
    return answerResults(call.arrival, {
      images: kept.filter(isImage).map(entry),
      docs: kept.filter((file) => !isImage(file)).map(entry),
    });
  });
