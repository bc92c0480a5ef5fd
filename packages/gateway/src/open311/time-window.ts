import { given, type Open311Call } from './open311-call.ts';
import { Open311Fault } from './open311-fault.ts';

/** What the specification allows between the earliest and the latest moment of a list. */
export const windowDays = 90;

const day = 86_400_000;

/** Both moments belong to it. */
export interface TimeWindow {
  readonly from: string;
  readonly until: string;
}

/** Date, and time with its zone, as the W3C note on datetime writes them. A plus in an address comes as a space. */
const written = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d))?$/i;

const momentIn = ({ query }: Open311Call, name: 'start_date' | 'end_date'): number | undefined => {
  const text = given(query, name)?.replace(/ (?=\d\d:?\d\d$)/, '+');
  if (text === undefined) return undefined;
  const [, date] = written.exec(text) ?? [];
  const moment = Date.parse(text);
  // JavaScript moves the thirtieth of February into March.
  const isOnCalendar = date !== undefined && new Date(Date.parse(date)).toJSON()?.slice(0, 10) === date;
  if (!isOnCalendar || Number.isNaN(moment) || date < '1900') throw new Open311Fault(400, 'dateUnreadable', { name });
  return moment;
};

/**
 * The time that a list is about: the last 90 days, or those before or after the one moment that is given. A date without a
 * time is a whole day at the end and its beginning at the start, in UTC.
 *
 * @throws Open311Fault when a moment cannot be read, or they lie too far apart.
 */
export const timeWindowOf = (call: Open311Call): TimeWindow => {
  const now = Date.parse(call.now);
  const start = momentIn(call, 'start_date');
  const endGiven = momentIn(call, 'end_date');
  const isWholeDay = /^\d{4}-\d\d-\d\d$/.test(given(call.query, 'end_date') ?? '');
  const end = endGiven === undefined ? undefined : endGiven + (isWholeDay ? day - 1 : 0);
  const until = end ?? (start === undefined ? now : start + windowDays * day);
  const from = start ?? until - windowDays * day;
  if (from > until) throw new Open311Fault(400, 'windowReversed');
  if (until - from > windowDays * day) throw new Open311Fault(400, 'windowTooLong', { days: windowDays });
  return { from: new Date(from).toISOString(), until: new Date(until).toISOString() };
};

/** Which part of a list, counted from 1. */
export interface Paging {
  readonly limit: number;
  readonly offset: number;
}

/** The first thousand, as the specification has it, unless `page` and `page_size` say otherwise. */
export const pagingOf = ({ query }: Open311Call): Paging => {
  const whole = (name: string, otherwise: number, most: number): number => {
    const text = given(query, name);
    if (text === undefined) return otherwise;
    if (!/^[1-9]\d{0,5}$/.test(text) || Number(text) > most) throw new Open311Fault(400, 'pageUnreadable');
    return Number(text);
  };
  const limit = whole('page_size', 1_000, 1_000);
  return { limit, offset: (whole('page', 1, 100_000) - 1) * limit };
};
