import { Refusal } from '../refusal/refusal.ts';

/**
 * A place in a list as an opaque text: the values by which the list is ordered, of its last item.
 *
 * @param list names the list and its filters, so that a cursor is not taken for another list's.
 */
export const writeCursor = (list: string, position: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify([list, ...position])).toString('base64url');

/**
 * Reads a cursor of the given list back.
 *
 * @throws Refusal `cursorInvalid` when it is none, or another list's.
 */
export const readCursor = (list: string, cursor: string): readonly (string | number | null)[] => {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (cause) {
    throw new Refusal('cursorInvalid', {}, { cause });
  }
  if (
    !Array.isArray(value) ||
    value[0] !== list ||
    !value.every((part) => part === null || typeof part === 'string' || typeof part === 'number')
  ) {
    throw new Refusal('cursorInvalid');
  }
  return value.slice(1) as (string | number | null)[];
};

/** One page of a list that lies in memory: the items after the cursor's number. */
export const pageOfArray = <Item>(
  list: string,
  items: readonly Item[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) => {
  const start = cursor === undefined ? 0 : Number(readCursor(list, cursor)[0]);
  if (!Number.isInteger(start) || start < 0) throw new Refusal('cursorInvalid');
  const end = start + limit;
  return { items: items.slice(start, end), nextCursor: end < items.length ? writeCursor(list, [end]) : null };
};
