import { createHash, randomUUID } from 'node:crypto';
import { calendarDateIn } from '@lapor/schemas/clock';
import type { SiteRecord } from '../sites/site-record.ts';
import type { SentFile } from '../forms/read-form-body.ts';
import { given, type Open311Call } from './open311-call.ts';
import { attributeIn } from './report-of-fields.ts';

/** The names under which programs send their own number of a report: FixMyStreet's, and those of its neighbours. */
const ownNumbers = ['fixmystreet_id', 'external_id', 'service_request_id_ext'] as const;

const ownNumberIn = (values: URLSearchParams): string | undefined =>
  ownNumbers.map((name) => given(values, name) ?? attributeIn(values, name)[0]?.trim()).find(Boolean);

/** Whether it was said who sends: then the same words on the same day are the same report. */
const isSigned = (values: URLSearchParams): boolean =>
  ['device_id', 'account_id', 'email', 'phone'].some((name) => given(values, name) !== undefined);

/** All that was sent, as one short text. */
export const digestOf = (values: URLSearchParams, files: readonly SentFile[]): string => {
  const hash = createHash('sha256');
  for (const [name, value] of [...values].sort(([one], [other]) => (one < other ? -1 : 1)))
    hash.update(JSON.stringify([name, value]));
  for (const { name, bytes } of files) hash.update(name).update(createHash('sha256').update(bytes).digest());
  return hash.digest('base64url');
};

/**
 * What a posted request is called, so that a repetition finds the first answer. The protocol has no word for it:
 *
 * - the header of every door, where a program sends it;
 * - else the program's own number of the report together with all that was sent: a program that was cut off sends the same
 *   again, and one that has changed something means something new;
 * - else, where it was said who sends, all that was sent together with the day;
 * - else every request is one of its own.
 */
export const attemptOfFields = (
  { arrival, now }: Open311Call,
  values: URLSearchParams,
  files: readonly SentFile[],
  site: SiteRecord,
): string => {
  const named = arrival.request.headers.get('idempotency-key')?.trim();
  if (named) return named.slice(0, 200);
  const number = ownNumberIn(values);
  if (number !== undefined) return `open311-own-${digestOf(values, files)}`;
  if (isSigned(values)) return `open311-day-${calendarDateIn(now, site.timeZone)}-${digestOf(values, files)}`;
  return `open311-${randomUUID()}`;
};
