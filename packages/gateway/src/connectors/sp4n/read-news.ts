import { statusOfLabel } from '@lapor/schemas';
import type { DoubledMessage, Polled, UpstreamNews } from '../connector.ts';
import type { SentMessage } from '../parcel.ts';
import { fillTemplate } from './fill-template.ts';
import { comparable, messageContent } from '../message-content.ts';
import { plainText } from '../plain-text.ts';
import type { Recognised, Sp4nCursor, Standing } from './sp4n-cursor.ts';
import type { FollowUp } from './v3-answers.ts';
import { wibInstant } from './wib-instant.ts';

type Told = Extract<Polled, { result: 'told' }>;

/** Pages of follow-ups that one sweep reads at most. */
const mostPages = 50;

/** After so many answers that brought nothing, the follow-ups are looked through: a follow-up need not change the status. */
const quietTurns = 1;

const textOf = (value: string | number | null | undefined): string | undefined =>
  value === null || value === undefined || value === '' ? undefined : String(value);

const newsOf = ({ label, institutionName }: Standing): UpstreamNews => ({
  code: statusOfLabel(label),
  rawLabel: label,
  ...(institutionName !== undefined && { institutionName }),
});

const isOther = (now: Standing, before: Standing | undefined): boolean =>
  before === undefined || before.label !== now.label || before.institutionName !== now.institutionName;

/**
 * What the detail of a report tells. When something changed, the follow-ups are asked for before it is told, so that
 * everything is told in the order in which it happened.
 */
export const newsOfDetail = (detail: Standing, cursor: Sp4nCursor): Told => {
  const { known, quiet = 0 } = cursor;
  const hasChanged = isOther(detail, known) || known?.logs !== detail.logs;
  if (!hasChanged && quiet < quietTurns)
    return { result: 'told', news: [], cursor: { ...cursor, quiet: quiet + 1 }, hasMore: false };
  const next: Sp4nCursor = { ...cursor, pending: detail, page: 1, top: cursor.seen ?? 0, told: [], quiet: 0 };
  // What did not change waits for its turn; what did is asked for at once.
  return { result: 'told', news: [], cursor: next, hasMore: hasChanged };
};

/** `status_old` and `status_new`, which stand in a text of JSON. */
const statusesOf = (data: unknown): { readonly status_old?: string; readonly status_new?: string } => {
  try {
    const value: unknown = typeof data === 'string' ? JSON.parse(data) : data;
    const { status_old: before, status_new: after } = (value ?? {}) as Record<string, unknown>;
    return {
      ...(typeof before === 'string' && { status_old: before }),
      ...(typeof after === 'string' && { status_new: after }),
    };
  } catch {
    return {};
  }
};

/** What an entry says: the words of whoever wrote it with their name before them, or else those of its template. */
const wordsOf = (item: FollowUp): { readonly text: string; readonly isTemplate: boolean } => {
  const from = textOf(item.institution_from_name);
  const to = textOf(item.institution_to_name);
  const facts = { institution: from, institution_from: from, institution_to: to, ...statusesOf(item.data) };
  const content = textOf(item.content);
  const text = plainText(fillTemplate(content ?? textOf(item.template_content) ?? '', facts));
  return { text, isTemplate: content === undefined };
};

/** Oldest first, whatever the order of the list. */
const byTime = (one: FollowUp, other: FollowUp): number => {
  const difference = (wibInstant(String(one.created_at)) ?? 0) - (wibInstant(String(other.created_at)) ?? 0);
  return difference === 0 ? Number(one.id) - Number(other.id) : difference;
};

/** A follow-up as news, under the status that it led to or the one that was known. */
const newsOfItem = (item: FollowUp, status: Standing): UpstreamNews => {
  const label = statusesOf(item.data).status_new ?? status.label;
  const { text, isTemplate } = wordsOf(item);
  const from = isTemplate ? undefined : textOf(item.institution_from_name);
  const to = textOf(item.institution_to_name) ?? status.institutionName;
  return {
    code: statusOfLabel(label),
    rawLabel: label,
    ...(to !== undefined && { institutionName: to }),
    text: from === undefined ? text : `${from}: ${text}`,
    entryId: String(item.id),
  };
};

/** How the report stands now ends the news, unless its last entry has said so. */
const withLast = (
  news: readonly UpstreamNews[],
  last: Standing | undefined,
  known: Standing | undefined,
): readonly UpstreamNews[] => {
  const latest = news.at(-1);
  if (last === undefined || (latest === undefined && !isOther(last, known))) return news;
  const now = newsOf(last);
  if (latest?.rawLabel !== now.rawLabel) return [...news, now];
  return [...news.slice(0, -1), { ...latest, ...now }];
};

/** Milliseconds between two deliveries of one call, at most. */
const longestEcho = 600_000;

/** Messages of ours that are remembered for what may come again. */
const mostOurs = 20;

const recognised = (marker: string, item: FollowUp): Recognised => {
  const from = textOf(item.institution_from_name);
  const at = wibInstant(String(item.created_at)) ?? 0;
  return { marker, id: Number(item.id), at, ...(from !== undefined && { from }) };
};

/** Whether something is a message of ours once more: its words, by the same hand, shortly afterwards. Others may say our words, too. */
const isEcho = (item: FollowUp, words: string, ours: Recognised, sent: readonly SentMessage[]): boolean => {
  const again = recognised(ours.marker, item);
  const message = sent.find(({ marker }) => marker === ours.marker);
  return (
    message !== undefined &&
    comparable(messageContent(message)) === words &&
    again.from === ours.from &&
    Math.abs(again.at - ours.at) <= longestEcho
  );
};

/** What one page of follow-ups tells; what we said ourselves is no news. */
export const newsOfFollowUps = (
  { items, hasMore }: { readonly items: readonly FollowUp[]; readonly hasMore: boolean },
  cursor: Sp4nCursor,
  sent: readonly SentMessage[],
): Told => {
  const { seen = 0, told = [], matched = [], page = 1, known, pending } = cursor;
  const own = new Set(matched);
  const already = new Set(told);
  let top = cursor.top ?? seen;
  const news: UpstreamNews[] = [];
  const ours = [...(cursor.ours ?? [])];
  const doubled: DoubledMessage[] = [];
  // Who had it is told as it went from hand to hand; of what was before nothing is known.
  let status = known ?? (pending && { label: pending.label, logs: 0 });
  for (const item of items.toSorted(byTime)) {
    const id = Number(item.id);
    if (id <= seen || already.has(id)) continue;
    already.add(id);
    top = Math.max(top, id);
    const { text } = wordsOf(item);
    const words = comparable(text);
    const mine = sent.find((message) => !own.has(message.marker) && comparable(messageContent(message)) === words);
    const first = mine === undefined ? ours.find((other) => isEcho(item, words, other, sent)) : undefined;
    if (mine !== undefined) {
      own.add(mine.marker);
      ours.push(recognised(mine.marker, item));
    } else if (first !== undefined)
      doubled.push({ marker: first.marker, entryIds: [String(first.id), String(item.id)] });
    else if (text !== '' && status !== undefined) {
      const heard = newsOfItem(item, status);
      news.push(heard);
      const { rawLabel: label, institutionName } = heard;
      status = { ...status, label, ...(institutionName !== undefined && { institutionName }) };
    }
  }
  const base: Sp4nCursor = { ...cursor, top, matched: [...own], ours: ours.slice(-mostOurs) };
  if (hasMore && page < mostPages)
    return { result: 'told', news, doubled, cursor: { ...base, page: page + 1, told: [...already] }, hasMore: true };
  const { page: _page, told: _told, top: _top, pending: last, ...rest } = base;
  return {
    result: 'told',
    news: withLast(news, last, known),
    doubled,
    cursor: { ...rest, seen: top, ...(last && { known: last }) },
    hasMore: false,
  };
};
