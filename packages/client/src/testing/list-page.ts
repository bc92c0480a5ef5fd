import { FakeRefusal } from './fake-refusal.ts';

/** One page of a list that lies in memory. A cursor is good for the list and the filters that it was made for. */
export const pageOfItems = <Item>(
  list: string,
  filters: object,
  items: readonly Item[],
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): { items: Item[]; nextCursor: string | null } => {
  const { cursor: _, limit: __, ...rest } = filters as { readonly cursor?: unknown; readonly limit?: unknown };
  const name = `${list} ${JSON.stringify(rest)}`;
  const end = readStart(name, cursor) + limit;
  return { items: items.slice(end - limit, end), nextCursor: end < items.length ? writeCursor(name, end) : null };
};

const writeCursor = (name: string, start: number): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify([name, start]))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const readStart = (name: string, cursor: string | undefined): number => {
  if (cursor === undefined) return 0;
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    const [list, start] = JSON.parse(new TextDecoder().decode(bytes)) as unknown[];
    if (list === name && Number.isInteger(start)) return start as number;
  } catch {
    // What is no cursor is refused like one of another list.
  }
  throw new FakeRefusal('cursorInvalid');
};
