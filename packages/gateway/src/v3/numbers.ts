import type { Queryable } from '../database/database.ts';

/** What V3 names by a number, where this gateway has an id. A complaint's number is its tracking id. */
export type NumberedKind = 'institution' | 'category' | 'location' | 'template' | 'attachment';

const readNumbers = 'select id, number from v3_number where kind = $1 and id = any($2::text[])';

const giveNumbers = `
insert into v3_number (kind, id) select $1, id from unnest($2::text[]) with ordinality as wanted (id, place) order by place
on conflict do nothing`;

/** The numbers of some ids. Each is given one when it is first asked for, and keeps it. */
export const numbersOf = async (
  database: Queryable,
  kind: NumberedKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const wanted = [...new Set(ids)];
  const read = async () =>
    new Map(
      (await database.query<{ id: string; number: string }>(readNumbers, [kind, wanted])).map(({ id, number }) => [
        id,
        Number(number),
      ]),
    );
  const known = wanted.length === 0 ? new Map<string, number>() : await read();
  const missing = wanted.filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  await database.query(giveNumbers, [kind, missing]);
  return read();
};

/** The number of one id. */
export const numberOf = async (database: Queryable, kind: NumberedKind, id: string): Promise<number> =>
  (await numbersOf(database, kind, [id])).get(id) ?? 0;

/** The ids behind some numbers, as far as there are any. */
export const idsOf = async (
  database: Queryable,
  kind: NumberedKind,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
  if (numbers.length === 0) return new Map();
  const rows = await database.query<{ id: string; number: string }>(
    'select id, number from v3_number where kind = $1 and number = any($2::bigint[])',
    [kind, numbers],
  );
  return new Map(rows.map(({ id, number }) => [Number(number), id]));
};

/** The id behind one number; `undefined` also for what is no number. */
export const idOf = async (database: Queryable, kind: NumberedKind, number: number): Promise<string | undefined> =>
  Number.isNaN(number) ? undefined : (await idsOf(database, kind, [number])).get(number);
