/** A number as V3 writes it: bare or as a text. Nothing, zero and an empty text all mean that there is none; `NaN` is no number. */
export const readNumber = (value: unknown): number | undefined => {
  if (value === undefined || value === null || value === '' || value === 0 || value === '0' || value === false)
    return undefined;
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^\d{1,15}$/.test(text.trim()) ? Number(text) : Number.NaN;
};

/** A switch as programs send it: `true`, `1`, `"1"`, `"true"`, `"on"`. `undefined` for what is none. */
export const readSwitch = (value: unknown): boolean | undefined => {
  if (value === undefined || value === null || value === '') return false;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  const text = String(value).trim().toLowerCase();
  if (['true', '1', 'on', 'yes'].includes(text)) return true;
  return ['false', '0', 'off', 'no'].includes(text) ? false : undefined;
};

/**
 * The numbers of files: the text `"[1,2]."` that V3 takes, also without its dot, a list, or `false` when there are none.
 *
 * @returns `undefined` for what is no such thing.
 */
export const readFileNumbers = (value: unknown): number[] | undefined => {
  if (value === undefined || value === null || value === false || value === '' || value === 'false') return [];
  const list = typeof value === 'string' ? /^\s*\[([\d\s,]*)\]\s*\.?\s*$/.exec(value)?.[1]?.split(',') : value;
  if (!Array.isArray(list)) return undefined;
  const numbers = list.filter((one) => String(one).trim() !== '').map(readNumber);
  return numbers.every((one) => one !== undefined && !Number.isNaN(one)) ? (numbers as number[]) : undefined;
};

/** A day as `YYYY-MM-DD`, from that or from V3's `d-m-Y`, with or without a time. What is neither stays, for the schema to refuse. */
export const readDay = (value: unknown): unknown => {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  const [, iso] = /^(\d{4}-\d{2}-\d{2})(?:[ T].*)?$/.exec(value.trim()) ?? [];
  if (iso !== undefined) return iso;
  const [, day, month, year] = /^(\d{2})-(\d{2})-(\d{4})(?: .*)?$/.exec(value.trim()) ?? [];
  return year === undefined ? value : `${year}-${month}-${day}`;
};

const sevenHours = 7 * 3_600_000;

/** An instant as V3 writes it: `d-m-Y H:i:s` in WIB, without saying so. */
export const writeMoment = (instant: string): string => {
  const shifted = new Date(Date.parse(instant) + sevenHours).toISOString();
  return `${shifted.slice(8, 10)}-${shifted.slice(5, 7)}-${shifted.slice(0, 4)} ${shifted.slice(11, 19)}`;
};

const mostTags = 20;

/** The tags in a text like `"#jalan #banjir"`, in small letters. */
export const readTags = (value: unknown): string[] =>
  typeof value === 'string'
    ? [
        ...new Set(
          value
            .slice(0, 2_000)
            .toWellFormed()
            .toLowerCase()
            .match(/#[\p{L}\p{N}_-]{1,64}/gu) ?? [],
        ),
      ].slice(0, mostTags)
    : [];
