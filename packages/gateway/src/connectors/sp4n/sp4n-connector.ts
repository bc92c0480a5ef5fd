import { Blob } from 'node:buffer';
import type { FormData } from 'undici';
import type { Connector, Copies, Finding, Outcome, Polled } from '../connector.ts';
import type { Message, Parcel, ParcelFile } from '../parcel.ts';
import { compareSettings } from './compare-settings.ts';
import { complaintOf, tagOf } from './complaint-body.ts';
import { comparable, messageContent } from '../message-content.ts';
import { newsOfDetail, newsOfFollowUps } from './read-news.ts';
import { readCursor } from './sp4n-cursor.ts';
import type { Sp4nSettings } from '../../configuration/sp4n-settings.ts';
import { readDetail, readFiled, readFollowUps, readFound, readUploaded } from './v3-answers.ts';
import { createV3Client, type V3Client } from './v3-client.ts';
import { awayFrom } from '../upstream-line.ts';
import { newForm } from '../../outgoing/undici-when-needed.ts';

/** An answer that cannot be read: what was asked may have been done. */
const unreadable = { result: 'unknown', reason: 'its answer has another shape than expected' } as const;

/** The order of numbers, however long: whoever was filed first has the lowest. */
const byNumber = (one: string, other: string): number =>
  one.length - other.length || (one < other ? -1 : Number(one > other));

const appendFiles = async (form: FormData, files: readonly ParcelFile[], nameOf: (index: number) => string) => {
  for (const [index, file] of files.entries())
    form.append(nameOf(index), new Blob([await file.read()], { type: file.mediaType }), file.name);
};

const upload = async (client: V3Client, { files }: Parcel, signal: AbortSignal): Promise<Outcome> => {
  if (files.length === 0) return { result: 'done', facts: { files: [] } };
  const form = await newForm();
  await appendFiles(form, files, () => 'attachments[]');
  const answer = await client.postForm('/complaints/complaint/file', form, signal);
  if (answer.result !== 'answered') return answer;
  const ids = readUploaded(answer.body);
  return ids?.length === files.length ? { result: 'done', facts: { files: ids } } : unreadable;
};

const create = async (
  client: V3Client,
  settings: Sp4nSettings,
  parcel: Parcel,
  files: unknown,
  signal: AbortSignal,
): Promise<Outcome> => {
  const ids = Array.isArray(files) ? files.map(Number) : [];
  const { body, unmapped } = complaintOf(parcel, settings, ids);
  const answer = await client.post(settings.createPath, body, signal);
  if (answer.result !== 'answered') return answer;
  const upstreamId = readFiled(answer.body);
  return upstreamId === undefined ? unreadable : { result: 'done', upstreamId, facts: { unmapped } };
};

/** All reports there that carry a mark, in the order in which they were filed. */
const askForTag = async (client: V3Client, path: string, { marker }: Pick<Parcel, 'marker'>, signal: AbortSignal) => {
  const answer = await client.get(path.replace('{marker}', encodeURIComponent(marker)), signal);
  if (answer.result !== 'answered') return answer;
  const found = readFound(answer.body, tagOf({ marker }));
  return found === undefined ? unreadable : { result: 'found' as const, found: found.toSorted(byNumber) };
};

/** Looks for the report's mark. Where it stands on several, the first one counts, and a check tells of the others. */
const lookForReport = async (
  client: V3Client,
  { lookUpPath }: Sp4nSettings,
  parcel: Parcel,
  signal: AbortSignal,
): Promise<Finding> => {
  if (lookUpPath === undefined)
    return {
      result: 'blind',
      reason: `nobody knows whether it arrived. Look there for ${tagOf(parcel)}, then say so with \`lapor-gateway forwarding resolve\``,
    };
  const answer = await askForTag(client, lookUpPath, parcel, signal);
  if (answer.result !== 'found') return awayFrom(answer);
  const [upstreamId] = answer.found;
  return upstreamId === undefined ? { result: 'absent' } : { result: 'found', upstreamId };
};

/** Refusals of a look that say something of the look rather than of who asks, or how often. */
const isNoWayToLook = (status: number | undefined): boolean =>
  status !== undefined && status >= 400 && status < 500 && ![401, 403, 407, 408, 429].includes(status);

const countCopies = async (
  client: V3Client,
  lookUpPath: string,
  parcel: Pick<Parcel, 'marker'>,
  signal: AbortSignal,
): Promise<Copies> => {
  const answer = await askForTag(client, lookUpPath, parcel, signal);
  if (answer.result === 'found') return { result: 'counted', upstreamIds: answer.found };
  return 'status' in answer && isNoWayToLook(answer.status) ? { result: 'counted', upstreamIds: [] } : awayFrom(answer);
};

const say = async (
  client: V3Client,
  settings: Sp4nSettings,
  message: Message,
  signal: AbortSignal,
): Promise<Outcome> => {
  const { known } = readCursor(message.heard);
  const form = await newForm();
  const fields = {
    user_id: settings.userId,
    institution_from_id: settings.ownInstitutionId,
    institution_to_id: known?.institutionId,
    complaint_id: message.upstreamId,
    template_code: message.kind === 'return' ? undefined : settings.templates[message.kind],
    rating: message.rating ?? 0,
    is_secret: message.confidential ? 1 : 0,
    content: messageContent(message),
  };
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, String(value));
  await appendFiles(form, message.files, (index) => `attachment[${index}]`);
  const answer = await client.postForm('/complaints/followup/add', form, signal);
  return answer.result === 'answered' ? { result: 'done' } : answer;
};

const giveBack = async (
  client: V3Client,
  { institutions }: Sp4nSettings,
  message: Message,
  signal: AbortSignal,
): Promise<Outcome> => {
  const to = message.returnedTo === undefined ? undefined : institutions[message.returnedTo];
  const body = {
    is_request: 1,
    reason: to ?? null,
    reason_description: messageContent(message),
    not_authority: 1,
  };
  const path = `/complaints/process/${encodeURIComponent(message.upstreamId)}/reject`;
  const answer = await client.post(path, body, signal);
  return answer.result === 'answered' ? { result: 'done' } : answer;
};

const pathOf = (upstreamId: string, what: string): string => `/complaints/${encodeURIComponent(upstreamId)}/${what}`;

/** Whether a report that was given back lies with somebody else now. */
const lookForReturn = async (client: V3Client, message: Message, signal: AbortSignal): Promise<Finding> => {
  const answer = await client.get(pathOf(message.upstreamId, 'complaint'), signal);
  if (answer.result !== 'answered') return awayFrom(answer);
  const detail = readDetail(answer.body);
  if (detail === undefined) return { result: 'away', reason: unreadable.reason };
  const { known } = readCursor(message.heard);
  const hasMoved = known !== undefined && (detail.institutionId !== known.institutionId || detail.logs !== known.logs);
  return { result: hasMoved ? 'found' : 'absent' };
};

/** Pages that are looked through for a message. */
const mostPages = 50;

/** Whether there are more follow-ups with these words than messages of ours that said them before. */
const lookForMessage = async (
  client: V3Client,
  message: Message,
  earlier: readonly { readonly words: string }[],
  signal: AbortSignal,
): Promise<Finding> => {
  const words = comparable(messageContent(message));
  let open = earlier.filter((other) => other.words === words).length + 1;
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await client.get(pathOf(message.upstreamId, `followups?page=${page}`), signal);
    if (answer.result !== 'answered') return awayFrom(answer);
    const read = readFollowUps(answer.body);
    if (read === undefined) return { result: 'away', reason: unreadable.reason };
    open -= read.items.filter(({ content }) => comparable(String(content ?? '')) === words).length;
    if (open <= 0) return { result: 'found' };
    if (!read.hasMore) break;
  }
  return { result: 'absent' };
};

const ask = async (client: V3Client, upstreamId: string, what: string, signal: AbortSignal) => {
  const answer = await client.get(pathOf(upstreamId, what), signal);
  if (answer.result === 'answered') return answer;
  const isAboutReport = answer.result === 'refused' || answer.status === 404;
  return isAboutReport ? ({ result: 'unreadable', reason: answer.reason } as const) : awayFrom(answer);
};

/**
 * Carries reports to SP4N-LAPOR! and hears of them there, in the shape that public integrators speak. That shape is not
 * published by its owner: nothing here is official.
 */
export const createSp4nConnector = (settings: Sp4nSettings): Connector => {
  const client = createV3Client(settings);
  const { lookUpPath } = settings;
  return {
    name: 'sp4n',
    steps: [
      { name: 'files', isRepeatable: true },
      { name: 'create', isRepeatable: false },
    ],
    concurrency: settings.concurrency,
    names: { institutions: Object.keys(settings.institutions), categories: Object.keys(settings.categories) },
    forward: (step, parcel, facts, signal) =>
      step === 'files' ? upload(client, parcel, signal) : create(client, settings, parcel, facts['files'], signal),
    lookUp: (_step, parcel, _facts, signal) => lookForReport(client, settings, parcel, signal),
    ...(lookUpPath !== undefined && {
      countCopies: (parcel: Pick<Parcel, 'marker'>, signal: AbortSignal) =>
        countCopies(client, lookUpPath, parcel, signal),
    }),
    carries: (kind) => kind !== 'return' || settings.returns,
    send: (message, signal) => (message.kind === 'return' ? giveBack : say)(client, settings, message, signal),
    lookUpMessage: (message, earlier, signal) =>
      message.kind === 'return'
        ? lookForReturn(client, message, signal)
        : lookForMessage(
            client,
            message,
            earlier.map((other) => ({ words: comparable(messageContent(other)) })),
            signal,
          ),
    async poll(upstreamId, facts, sent, signal): Promise<Polled> {
      const cursor = readCursor(facts);
      const what = cursor.page === undefined ? 'complaint' : `followups?page=${cursor.page}`;
      const answer = await ask(client, upstreamId, what, signal);
      if (answer.result !== 'answered') return answer;
      if (cursor.page === undefined) {
        const detail = readDetail(answer.body);
        return detail === undefined
          ? { result: 'unreadable', reason: unreadable.reason }
          : newsOfDetail(detail, cursor);
      }
      const read = readFollowUps(answer.body);
      return read === undefined
        ? { result: 'unreadable', reason: unreadable.reason }
        : newsOfFollowUps(read, cursor, sent);
    },
    checkSettings: (signal) => compareSettings(client, settings, signal),
    close: () => client.close(),
  };
};
