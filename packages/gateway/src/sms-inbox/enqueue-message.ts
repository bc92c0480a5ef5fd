import type { Instant } from '@lapor/schemas';
import type { Queryable } from '../database/database.ts';
import { instantOf } from '../time/gateway-clock.ts';
import type { SmsRules } from './sms-options.ts';

/** A message as a whole. */
export interface WholeMessage {
  readonly senderDigest: Buffer;
  readonly contentDigest: Buffer;
  readonly sender: string;
  readonly recipient: string;
  readonly text: string;
  /** `incomplete`: what came of it without its beginning. */
  readonly kind: 'whole' | 'incomplete';
}

/** Seconds within which the same once more is a repetition by a machine; later, somebody may be asking again. */
const againSeconds = 60;

const earlier = (now: Instant, milliseconds: number): Instant => instantOf(new Date(Date.parse(now) - milliseconds));

const same = `
select coalesce(first_id, id) as first, bool_or(due_at is not null or received_at > $4) over () as pending
from short_message where sender_digest = $1 and content_digest = $2 and received_at > $3 order by id limit 1`;

const insert = `
insert into short_message (sender_digest, content_digest, first_id, sender, recipient, text, kind, received_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/**
 * Puts a message into the queue of those that are to be answered, unless it is there already. The transaction has to keep
 * others of the same phone away.
 *
 * @returns `repeated` or `tooMany` when it changed nothing: because it is known, or because its phone sends too many.
 */
export const enqueueMessage = async (
  transaction: Queryable,
  message: WholeMessage,
  { perHour, sameHours }: SmsRules,
  now: Instant,
): Promise<'message' | 'repeated' | 'tooMany'> => {
  const { senderDigest, contentDigest, sender, recipient, text, kind } = message;
  const [known] = await transaction.query<{ first: string; pending: boolean }>(same, [
    senderDigest,
    contentDigest,
    earlier(now, sameHours * 3_600_000),
    earlier(now, againSeconds * 1_000),
  ]);
  if (known?.pending) return 'repeated';
  const [sent] = await transaction.query<{ count: number }>(
    'select count(*)::integer as count from short_message where sender_digest = $1 and received_at > $2',
    [senderDigest, earlier(now, 3_600_000)],
  );
  const count = sent?.count ?? 0;
  if (count > perHour) return 'tooMany';
  const keptKind = count === perHour ? 'tooMany' : kind;
  await transaction.query(insert, [
    senderDigest,
    contentDigest,
    known?.first ?? null,
    sender,
    recipient,
    keptKind === 'tooMany' ? '' : text,
    keptKind,
    now,
  ]);
  return 'message';
};
