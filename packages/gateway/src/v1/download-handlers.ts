import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import { Refusal } from '../refusal/refusal.ts';
import { contentDisposition } from '../attachments/content-disposition.ts';
import { isGoodLink } from '../attachments/signed-link.ts';

interface FileRow {
  name: string;
  media_type: string;
  bytes: string;
  state: 'receiving' | 'checking' | 'ready' | 'refused';
  store_key: string;
  report_id: string | null;
}

const findFile = async (engine: Engine, id: string): Promise<FileRow> => {
  const [row] = await engine.database.query<FileRow>(
    'select name, media_type, bytes, state, store_key, report_id from upload where id = $1',
    [id],
  );
  if (row === undefined) throw new Refusal('notFound');
  if (row.state !== 'ready' || row.report_id === null) throw new Refusal('gone');
  return row;
};

/** What a browser may do with a file of somebody's: show it or save it, and nothing else, on whichever page it stands. */
const confinement = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
} as const;

/** Images were written by the gateway and can be looked at in place. Anything else is the sender's own bytes, and is saved. */
const headersOf = ({ name, media_type, bytes }: FileRow, secondsLeft: number) => ({
  ...confinement,
  'content-type': media_type,
  'content-length': bytes,
  'content-disposition': contentDisposition(media_type.startsWith('image/') ? 'inline' : 'attachment', name),
  'cache-control': `private, max-age=${secondsLeft}`,
});

/** Hands out files to whoever has a link that this gateway made and that still works. */
export const downloadHandlers = (engine: Engine): Handlers => ({
  async downloadAttachment({ parameters: { attachmentId }, query: { expires, signature } }, { request, now }) {
    if (!isGoodLink(engine, attachmentId, expires, signature)) throw new Refusal('signatureInvalid');
    const file = await findFile(engine, attachmentId);
    const headers = headersOf(file, Number(expires) - Math.floor(Date.parse(now) / 1000));
    const body = request.method === 'HEAD' ? null : await engine.attachments.get(file.store_key);
    if (body === undefined) throw new Error(`lapor-gateway: \`${attachmentId}\` is missing from the attachment store`);
    // The endpoint's own type knows no headers of its bytes; the pipeline writes them all the same.
    const outcome = { status: 200 as const, headers, body: body ?? '' };
    return outcome;
  },
});
