import type { Open311Settings } from '../../configuration/open311-settings.ts';
import type { Connector, Facts, Finding, Outcome, Polled } from '../connector.ts';
import type { Message, Parcel, SentMessage } from '../parcel.ts';
import { comparable, messageContent } from '../message-content.ts';
import { maskedOrNull } from '../../reports/masked.ts';
import { findRequest } from './find-request.ts';
import { newsOfRequest, newsOfUpdates, readCursor, updateWindow } from './hear-request.ts';
import { createOpen311Client, type Open311Client, textIn } from './open311-client.ts';
import { awayFrom } from '../upstream-line.ts';
import { formOf, requestForm, serviceOf, tailOf } from './request-form.ts';
import { createServiceList, type ServiceList } from './service-list.ts';

/** What one connector works with. */
interface Door {
  readonly client: Open311Client;
  readonly settings: Open311Settings;
  readonly services: ServiceList;
}

const create = async ({ client, settings, services }: Door, parcel: Parcel, signal: AbortSignal): Promise<Outcome> => {
  if (parcel.confidential)
    return { result: 'refused', reason: 'it is confidential, and the protocol knows no confidential requests' };
  const wanted = serviceOf(parcel, settings);
  const service = await services.choose(wanted.code, signal);
  if ('result' in service) return service;
  const form = await requestForm(parcel, service.code, settings);
  const answer = await client.post('requests', form, 'request', parcel.marker, signal);
  if (answer.result !== 'answered') return answer;
  const [request] = answer.items;
  const id = request && textIn(request, 'service_request_id');
  const token = request && textIn(request, 'token');
  const isUnmapped = !wanted.isOwn || service.code !== wanted.code;
  return {
    result: 'done',
    facts: {
      service: service.code,
      unmapped: isUnmapped && parcel.categoryId !== undefined ? [`category:${parcel.categoryId}`] : [],
      ...(id !== undefined && { id }),
      ...(token !== undefined && { token }),
    },
  };
};

/** The number of a request: told at once, told for a token, or found in the list where a server tells none. */
const number = async (
  { client, settings }: Door,
  parcel: Parcel,
  facts: Facts,
  signal: AbortSignal,
): Promise<Outcome> => {
  const { id, token, service } = facts;
  if (typeof id === 'string') return { result: 'done', upstreamId: id };
  if (typeof token === 'string') {
    const answer = await client.get(`tokens/${encodeURIComponent(token)}`, {}, 'request', signal);
    if (answer.result !== 'answered') return awayFrom(answer);
    const told = answer.items[0] && textIn(answer.items[0], 'service_request_id');
    return told === undefined
      ? { result: 'away', reason: 'its token has no number yet', isUp: true }
      : { result: 'done', upstreamId: told };
  }
  const found = await findRequest(
    client,
    parcel,
    typeof service === 'string' ? service : settings.defaultService,
    signal,
  );
  if (found.result === 'found') return { result: 'done', upstreamId: found.upstreamId ?? '' };
  if (found.result === 'absent') return { result: 'away', reason: 'its number is not in the list yet', isUp: true };
  // It is there, and nobody but a person will find under which number.
  return found.result === 'blind' ? { result: 'refused', reason: found.reason } : found;
};

const lookForReport = async (
  { client, settings, services }: Door,
  parcel: Parcel,
  signal: AbortSignal,
): Promise<Finding> => {
  if (!settings.lookUp)
    return {
      result: 'blind',
      reason: `nobody knows whether it arrived. Look there for ${tailOf(parcel)}, then say so with \`lapor-gateway forwarding resolve\``,
    };
  const service = await services.choose(serviceOf(parcel, settings).code, signal);
  if ('result' in service) return { result: 'away', reason: service.reason };
  return findRequest(client, parcel, service.code, signal);
};

const isSettled: Readonly<Record<Message['kind'], boolean>> = {
  reply: false,
  dispute: false,
  rating: true,
  withdrawal: true,
  return: false,
};

const say = async ({ client, settings }: Door, message: Message, signal: AbortSignal): Promise<Outcome> => {
  const form = await formOf(
    [
      ['service_request_id', message.upstreamId],
      ['update_id', message.marker],
      ['status', isSettled[message.kind] ? 'CLOSED' : 'OPEN'],
      ['updated_datetime', new Date().toISOString()],
      ['description', messageContent(message)],
      ['public_anonymity_required', 'TRUE'],
    ],
    message.files,
    settings,
  );
  const answer = await client.post('servicerequestupdates', form, 'request_update', message.marker, signal);
  return answer.result === 'answered' ? { result: 'done' } : answer;
};

/** Words as the public may read them there: a server that masks personal data shows ours masked. */
const wordsOf = (message: SentMessage): string => {
  const words = messageContent(message);
  return comparable(maskedOrNull(words) ?? words);
};

/** Whether there are more updates with these words than messages of ours that said them before. */
const lookForMessage = async (
  { client }: Door,
  message: Message,
  earlier: readonly SentMessage[],
  signal: AbortSignal,
): Promise<Finding> => {
  const query = {
    service_request_id: message.upstreamId,
    ...updateWindow({ isAtUpdates: true, told: [] }, Date.now()),
  };
  const answer = await client.get('servicerequestupdates', query, 'request_update', signal);
  if (answer.result !== 'answered') return awayFrom(answer);
  const words = wordsOf(message);
  const there = answer.items.filter((item) => {
    const text = comparable(textIn(item, 'description') ?? '');
    return (
      textIn(item, 'service_request_id') === message.upstreamId && comparable(maskedOrNull(text) ?? text) === words
    );
  }).length;
  const before = earlier.filter((other) => wordsOf(other) === words).length;
  return { result: there > before ? 'found' : 'absent' };
};

const poll = async (
  { client, settings }: Door,
  upstreamId: string,
  facts: Facts,
  sent: readonly SentMessage[],
  signal: AbortSignal,
): Promise<Polled> => {
  const cursor = readCursor(facts);
  const answer = cursor.isAtUpdates
    ? await client.get(
        'servicerequestupdates',
        { service_request_id: upstreamId, ...updateWindow(cursor, Date.now()) },
        'request_update',
        signal,
      )
    : await client.get(`requests/${encodeURIComponent(upstreamId)}`, { extensions: 'true' }, 'request', signal);
  if (answer.result === 'refused') return { result: 'unreadable', reason: answer.reason };
  if (answer.result !== 'answered') return awayFrom(answer);
  if (cursor.isAtUpdates) return newsOfUpdates(answer.items, cursor, upstreamId, sent);
  return (
    newsOfRequest(answer.items[0], cursor, settings.updates) ?? {
      result: 'unreadable',
      reason: 'its answer has another shape than expected',
    }
  );
};

/**
 * Carries reports to a server of Open311 GeoReport v2, and hears of them there.
 *
 * @see https://wiki.open311.org/GeoReport_v2/
 */
export const createOpen311Connector = (settings: Open311Settings): Connector => {
  const client = createOpen311Client(settings);
  const door: Door = { client, settings, services: createServiceList(client, settings) };
  return {
    name: 'open311',
    steps: [
      { name: 'create', isRepeatable: false },
      { name: 'number', isRepeatable: true },
    ],
    concurrency: settings.concurrency,
    forward: (step, parcel, facts, signal) =>
      step === 'create' ? create(door, parcel, signal) : number(door, parcel, facts, signal),
    lookUp: (_step, parcel, _facts, signal) => lookForReport(door, parcel, signal),
    carries: (kind) => settings.updates && kind !== 'return',
    send: (message, signal) => say(door, message, signal),
    lookUpMessage: (message, earlier, signal) => lookForMessage(door, message, earlier, signal),
    poll: (upstreamId, facts, sent, signal) => poll(door, upstreamId, facts, sent, signal),
    close: () => client.close(),
  };
};
