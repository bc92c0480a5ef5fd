/**
 * The moment of a `d-m-Y H:i:s` without a zone, which is written in Jakarta (WIB, UTC+7).
 *
 * @returns milliseconds since 1970, or `undefined` for what is none.
 */
export const wibInstant = (text: string): number | undefined => {
  const parts = /^(\d{1,2})-(\d{1,2})-(\d{4}) (\d{1,2}):(\d{2}):(\d{2})$/.exec(text.trim());
  if (parts === null) return undefined;
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const moment = Date.UTC(year, month - 1, day, hour - 7, minute, second);
  const there = new Date(moment + 7 * 3_600_000);
  return there.getUTCDate() === day && there.getUTCMonth() === month - 1 ? moment : undefined;
};
