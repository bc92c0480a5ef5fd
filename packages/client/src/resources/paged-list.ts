import type { Endpoint, QueryInput } from '@lapor/schemas/contract';
import type { CallOptions } from '../http/call-options.ts';

/** The filters of a list as a caller writes them. */
export type ListQuery<E extends Endpoint> = Omit<NonNullable<QueryInput<E>>, 'cursor' | 'limit'> & {
  /** How many on one page: 1 to 100. @default 20 */
  readonly limit?: number;
  /** Where to go on: the `nextCursor` of a page that was read with the same filters. @default the beginning */
  readonly cursor?: string;
};

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; `null` on the last. */
  readonly nextCursor: string | null;
}

/** Reads one page, beginning at a cursor. */
type ReadPage<Item> = (cursor: string | undefined) => Promise<Page<Item>>;

/**
 * A list of any length, read page by page as it is gone through. Nothing is asked before that, and going through it again
 * reads it anew. It never stands still: what is added meanwhile may be missed, nothing is seen twice.
 *
 * @example
 * for await (const report of client.reports.list({ status: 'inProgress' })) console.log(report.title);
 */
export class PagedList<Item> implements AsyncIterable<Item> {
  readonly #read: ReadPage<Item>;
  readonly #begin: string | undefined;

  /** @internal Lists are made by the resources. */
  constructor(read: ReadPage<Item>, begin?: string) {
    this.#read = read;
    this.#begin = begin;
  }

  /** The first page alone, for lists that people turn over themselves: the `cursor` for the next is on it. */
  page(): Promise<Page<Item>> {
    return this.#read(this.#begin);
  }

  /** Page after page. */
  async *pages(): AsyncGenerator<Page<Item>, void, undefined> {
    let cursor = this.#begin;
    for (;;) {
      const page = await this.#read(cursor);
      yield page;
      // A cursor that comes back would have us read for ever.
      if (page.nextCursor === null || page.nextCursor === cursor) return;
      cursor = page.nextCursor;
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* page.items;
  }

  /**
   * Everything in one array: for lists that are known to be short, such as the districts of a regency.
   *
   * @param most how many at most; what lies behind is not read.
   */
  async toArray(most = Number.POSITIVE_INFINITY): Promise<Item[]> {
    const items: Item[] = [];
    for await (const item of this) {
      if (items.length >= most) break;
      items.push(item);
    }
    return items;
  }
}

/** Makes the list of an endpoint that has pages. */
export const listOf = <Item, Query extends { readonly cursor?: string }>(
  query: Query | undefined,
  options: CallOptions | undefined,
  read: (parts: CallOptions & { readonly query: Omit<Query, 'cursor'> & { cursor?: string } }) => Promise<{
    readonly body: Page<Item>;
  }>,
): PagedList<Item> => {
  const { cursor: begin, ...filters } = query ?? ({} as Query);
  return new PagedList(
    async (cursor) => (await read({ ...options, query: { ...filters, ...(cursor !== undefined && { cursor }) } })).body,
    begin,
  );
};
