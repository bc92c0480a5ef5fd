import { closedStatuses, type KnownStatusCode, statusCodes, statusOfLabel } from '@lapor/schemas';
import { maskedOrNull } from '../../reports/masked.ts';
import type { Facts, Polled, UpstreamNews } from '../connector.ts';
import type { SentMessage } from '../parcel.ts';
import { comparable, messageContent } from '../message-content.ts';
import { type Item, textIn } from './open311-client.ts';

type Told = Extract<Polled, { result: 'told' }>;

/** How far the polls of one report have come. */
interface Cursor {
  /** What was told of the request last. */
  readonly known?: string;
  /** Whether its updates are asked for next. */
  readonly isAtUpdates: boolean;
  /** From when on updates are asked for. */
  readonly since?: string;
  /** Updates that were told, as far as they may come again. */
  readonly told: readonly string[];
}

/** Ids that are remembered. The event remembers its own besides. */
const mostTold = 300;

const day = 86_400_000;

/** Reads a cursor; what makes no sense counts as not there. */
export const readCursor = ({ known, isAtUpdates, since, told }: Facts): Cursor => ({
  isAtUpdates: isAtUpdates === true,
  told: Array.isArray(told) ? told.map(String) : [],
  ...(typeof known === 'string' && { known }),
  ...(typeof since === 'string' && { since }),
});

/** The moments between which updates are asked for: an hour is asked for again, because clocks differ. */
export const updateWindow = ({ since }: Cursor, now: number): { start_date: string; end_date: string } => {
  const earliest = now - 89 * day;
  const from = since === undefined ? earliest : Math.max(earliest, Date.parse(since) - 3_600_000);
  return { start_date: new Date(from).toISOString(), end_date: new Date(now + 3_600_000).toISOString() };
};

const isKnown = (code: string | undefined): code is KnownStatusCode => statusCodes.includes(code as KnownStatusCode);

/**
 * The status in our words. The protocol has two; servers say more in fields of their own or in the notes, which count where
 * they do not contradict it. What is open there and says no more was passed on.
 */
const codeOf = (isClosed: boolean, ...hints: readonly (string | undefined)[]): KnownStatusCode => {
  const fits = (code: KnownStatusCode) => code !== 'unknown' && closedStatuses.has(code) === isClosed;
  for (const hint of hints) {
    if (hint === undefined) continue;
    const code = isKnown(hint) ? hint : statusOfLabel(hint);
    if (fits(code)) return code;
  }
  return isClosed ? 'completed' : 'disposed';
};

/** Statuses by which other servers end a request. */
const isClosed = (status: string): boolean =>
  /^(?:closed|fixed|duplicate|no_further_action|not_councils)/i.test(status);

/** News of the request itself. @returns `undefined` when it is no request. */
export const newsOfRequest = (item: Item | undefined, cursor: Cursor, hasUpdates: boolean): Told | undefined => {
  const status = item && textIn(item, 'status');
  if (item === undefined || status === undefined) return undefined;
  const extended = item['extended_attributes'];
  const detail =
    typeof extended === 'object' && extended !== null ? textIn(extended as Item, 'detailed_status') : undefined;
  const notes = textIn(item, 'status_notes');
  const institutionName = textIn(item, 'agency_responsible');
  const known = JSON.stringify([status, detail, notes, institutionName]);
  const news: UpstreamNews = {
    code: codeOf(isClosed(status), detail, notes),
    rawLabel: (notes === undefined ? status : `${status}: ${notes}`).slice(0, 200),
    ...(institutionName !== undefined && { institutionName }),
  };
  return {
    result: 'told',
    news: known === cursor.known ? [] : [news],
    cursor: { ...cursor, known, isAtUpdates: hasUpdates },
    hasMore: hasUpdates,
  };
};

const sentWords = (sent: readonly SentMessage[]): ReadonlySet<string> =>
  new Set(
    sent.flatMap((message) => {
      const words = messageContent(message);
      return [comparable(words), comparable(maskedOrNull(words) ?? words)];
    }),
  );

/** News of its updates, oldest first; what we said ourselves is none. */
export const newsOfUpdates = (
  items: readonly Item[],
  cursor: Cursor,
  upstreamId: string,
  sent: readonly SentMessage[],
): Told => {
  const own = sentWords(sent);
  const updates = items
    .map((item) => ({ item, id: textIn(item, 'update_id'), at: Date.parse(textIn(item, 'updated_datetime') ?? '') }))
    .filter(
      ({ item, id, at }) => id !== undefined && !Number.isNaN(at) && textIn(item, 'service_request_id') === upstreamId,
    )
    .sort((one, other) => one.at - other.at);
  const fresh = updates.filter(({ id }) => !cursor.told.includes(String(id)));
  const news = fresh.flatMap(({ item, id }): UpstreamNews[] => {
    const text = textIn(item, 'description');
    if (text === undefined || own.has(comparable(text))) return [];
    const status = textIn(item, 'status') ?? 'open';
    const external = textIn(item, 'external_status_code');
    return [{ code: codeOf(isClosed(status), external), rawLabel: external ?? status, text, entryId: String(id) }];
  });
  const last = updates.at(-1)?.at;
  const told = [...cursor.told, ...fresh.map(({ id }) => String(id))].slice(-mostTold);
  return {
    result: 'told',
    news,
    cursor: { ...cursor, told, isAtUpdates: false, ...(last !== undefined && { since: new Date(last).toISOString() }) },
    hasMore: false,
  };
};
