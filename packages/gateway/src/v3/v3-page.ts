import type { V3Call } from './v3-call.ts';
import { v3Base } from './v3-call.ts';

/** Which page of a list is asked for. */
export interface PageAsked {
  readonly page: number;
  readonly size: number;
}

const whole = (text: string | null, otherwise: number, most: number): number =>
  text !== null && /^[1-9]\d{0,8}$/.test(text) ? Math.min(Number(text), most) : otherwise;

/** Reads `page` and `page_size`. What makes no sense counts as not said. */
export const readPageAsked = ({ arrival }: V3Call, usualSize = 10): PageAsked => {
  const { searchParams } = new URL(arrival.request.url);
  return {
    page: whole(searchParams.get('page'), 1, 1_000_000),
    size: whole(searchParams.get('page_size'), usualSize, 1_000),
  };
};

/** The address of another page of the same list. */
const addressOf = ({ engine, arrival }: V3Call, page: number): string => {
  const { pathname, searchParams } = new URL(arrival.request.url);
  searchParams.set('page', String(page));
  const path = pathname.slice(pathname.indexOf(v3Base));
  return `${engine.publicUrl}${path}?${searchParams.toString()}`;
};

/** A page as V3 writes it. */
export const pageOf = <Item>(call: V3Call, { page, size }: PageAsked, data: readonly Item[], total: number) => ({
  current_page: page,
  data,
  per_page: size,
  total,
  last_page: Math.max(1, Math.ceil(total / size)),
  prev_page_url: page > 1 ? addressOf(call, page - 1) : null,
  next_page_url: page * size < total ? addressOf(call, page + 1) : null,
});

/** A page of a list that is whole in memory. */
export const cutPage = <Item>(call: V3Call, asked: PageAsked, all: readonly Item[]) =>
  pageOf(call, asked, all.slice((asked.page - 1) * asked.size, asked.page * asked.size), all.length);
