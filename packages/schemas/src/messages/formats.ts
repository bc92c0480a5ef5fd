import type { CalendarDate } from '../fields/calendar-date.ts';
import type { Instant } from '../fields/instant.ts';
import type { TimeZone } from '../fields/time-zone.ts';

/** What people in Indonesia call the zones, in any language. */
const zoneNames: Readonly<Record<TimeZone, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** A number with the language's own separators: `10.000` in Indonesian. */
export const formatNumber = (value: number, locale: string): string => value.toLocaleString(locale);

/** Making a format takes a hundred times as long as using it. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

const dayFormatOf = (locale: string): Intl.DateTimeFormat => {
  const known = dayFormats.get(locale);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  dayFormats.set(locale, format);
  return format;
};

/** A day with its weekday: `Kamis, 26 November 2026`. What is no date comes back as it is. */
export const formatDay = (date: CalendarDate, locale: string): string => {
  const midnight = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(midnight.getTime()) ? date : dayFormatOf(locale).format(midnight);
};

/** A moment as the region's clocks show it: `26 November 2026 pukul 08.15 WIB`. What is no instant comes back as it is. */
export const formatMoment = (instant: Instant, timeZone: TimeZone, locale: string): string => {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return instant;
  return `${moment.toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short', timeZone })} ${zoneNames[timeZone]}`;
};

const inUnit = (value: number, unit: string, locale: string, maximumFractionDigits = 0) =>
  value.toLocaleString(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit.endsWith('byte') ? 'short' : 'long',
    maximumFractionDigits,
  });

/** A file's size in units of 1,024, as file managers and SP4N-LAPOR! count: 2,097,152 bytes are `2 MB`. */
export const formatBytes = (bytes: number, locale: string): string => {
  if (bytes < 1024) return inUnit(bytes, 'byte', locale);
  if (bytes < 1024 * 1024) return inUnit(bytes / 1024, 'kilobyte', locale);
  return inUnit(bytes / 1024 / 1024, 'megabyte', locale, 1);
};

/** How long to wait, never rounded down: `45 detik`, `2 menit`, `3 jam`. */
export const formatWait = (seconds: number, locale: string): string => {
  if (seconds < 90) return inUnit(Math.ceil(seconds), 'second', locale);
  if (seconds < 90 * 60) return inUnit(Math.ceil(seconds / 60), 'minute', locale);
  return inUnit(Math.ceil(seconds / 3600), 'hour', locale);
};

/** Things of which all count: `JPG, PNG, dan PDF`. */
export const listOfAll = (items: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale).format(items);

/** Things of which one is enough: `JPG, PNG, atau PDF`. */
export const listOfEither = (items: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(items);
