import { actOnReport } from '@lapor/schemas/contract';
import type { FormBody } from '../forms/read-form-body.ts';
import type { HandlerOf } from '../http/handlers.ts';
import type { Open311Call } from './open311-call.ts';

/** Addresses of photos that are taken. */
const mostLinks = 10;

const isLink = (text: string): boolean => text.length <= 500 && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);

/** The addresses of photos in a request: of pages and pictures elsewhere, which the gateway does not fetch. */
export const linksIn = ({ values }: FormBody): string[] =>
  [
    ...new Set(
      [...values.getAll('media_url'), ...values.getAll('media_url[]')].map((text) => text.trim()).filter(isLink),
    ),
  ].slice(0, mostLinks);

/** What is noted, and under which name: whoever notes it again under the same notes nothing. */
export interface OfficersNote {
  readonly trackingId: string;
  readonly message: string;
  readonly attempt: string;
}

/** Leaves a note for the officers, in the name of those who coordinate. Neither the reporter nor the public ever sees it. */
export const noteForOfficers = async (
  call: Open311Call,
  coordinatorId: string,
  { trackingId, message, attempt }: OfficersNote,
): Promise<void> => {
  const act = call.handlers.actOnReport as HandlerOf<'actOnReport'>;
  const { requestId, address } = call.arrival;
  await act(
    { parameters: { trackingId }, headers: {}, body: { type: 'note', message } },
    {
      identity: { kind: 'desk', keyId: 'open311', institutionId: coordinatorId, role: 'institutionAdmin' },
      language: call.language,
      requestId,
      now: call.now,
      address,
      request: new Request(`${call.engine.publicUrl}${actOnReport.path}`, { method: 'POST' }),
      idempotencyKey: attempt,
    },
  );
};

/**
 * Notes the addresses of photos for the officers, once however often the request comes. Not in the report itself: what is
 * behind them may be meant for nobody else, and a link that was signed for us would open to everybody. The report is on disk
 * before; a note that fails does not undo it.
 */
export const noteLinks = async (
  call: Open311Call,
  coordinatorId: string,
  { urls, ...note }: Omit<OfficersNote, 'message'> & { readonly urls: readonly string[] },
): Promise<void> => {
  if (urls.length === 0) return;
  const message = call.say.photosAt({ urls });
  await noteForOfficers(call, coordinatorId, { ...note, message }).catch((error: unknown) =>
    call.engine.journal.failed(error, { requestId: call.arrival.requestId, operation: 'open311' }),
  );
};
