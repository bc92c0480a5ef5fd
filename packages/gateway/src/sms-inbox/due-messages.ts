import type { Instant } from '@lapor/schemas';
import type { Queryable } from '../database/database.ts';
import { instantOf } from '../time/gateway-clock.ts';

/** A message that this process is about to answer. */
export interface DueMessage {
  readonly id: string;
  readonly first_id: string | null;
  readonly sender_digest: Buffer;
  readonly sender: string;
  readonly recipient: string;
  readonly text: string;
  readonly kind: 'whole' | 'incomplete' | 'tooMany';
  readonly receivedAt: Instant;
  /** With the one that is about to be made. */
  readonly attempts: number;
}

/** How a message was answered: a report, its status, no more news, or how it is done; nothing, or nothing more. */
export type MessageOutcome = 'report' | 'status' | 'stop' | 'help' | 'tooMany' | 'silence' | 'unanswered';

/** It stays in the queue with the moment at which somebody else may take it: should this process die, it is done anew. */
const take = `
with due as (
  select id from short_message where due_at <= now() order by due_at, id limit $1 for update skip locked
)
update short_message as message set attempts = attempts + 1, due_at = now() + $2 * interval '1 second'
from due where message.id = due.id
returning message.id, first_id, sender_digest, sender, recipient, text, kind, received_at, attempts`;

/** Takes messages that are due, the oldest first. @param lease seconds after which another process may take them over. */
export const takeDueMessages = async (database: Queryable, limit: number, lease: number): Promise<DueMessage[]> => {
  type Row = Omit<DueMessage, 'receivedAt'> & { readonly received_at: Date };
  const rows = await database.query<Row>(take, [limit, lease]);
  return rows
    .map(({ received_at, ...row }) => ({ ...row, receivedAt: instantOf(received_at) }))
    .toSorted((one, other) => Number(BigInt(one.id) - BigInt(other.id)));
};

/** Ends a message: what it says and who sent it is forgotten. */
export const endMessage = async (database: Queryable, id: string, outcome: MessageOutcome): Promise<void> => {
  await database.query(
    'update short_message set sender = null, recipient = null, text = null, due_at = null, outcome = $2 where id = $1',
    [id, outcome],
  );
};

/** Notes how a message is about to be answered. */
export const noteOutcome = async (database: Queryable, id: string, outcome: MessageOutcome): Promise<void> => {
  await database.query('update short_message set outcome = $2 where id = $1', [id, outcome]);
};

/** Puts a message off: it is tried again after so many seconds. */
export const postponeMessage = async (database: Queryable, id: string, seconds: number): Promise<void> => {
  await database.query("update short_message set due_at = now() + $2 * interval '1 second' where id = $1", [
    id,
    seconds,
  ]);
};

/** How many other messages of the same phone are answered in a way since a moment. */
export const countOutcomes = async (
  database: Queryable,
  { id, sender_digest: senderDigest }: Pick<DueMessage, 'id' | 'sender_digest'>,
  outcome: MessageOutcome,
  since: Instant,
): Promise<number> => {
  const [row] = await database.query<{ count: number }>(
    'select count(*)::integer as count from short_message where sender_digest = $1 and outcome = $2 and received_at > $3 and id <> $4',
    [senderDigest, outcome, since, id],
  );
  return row?.count ?? 0;
};

/** Rows that are removed in one statement: few enough for nobody to wait behind them. */
const atOnce = 1_000;

/** Removes messages that were answered, and parts that were joined, before a moment. */
export const removeOldMessages = async (database: Queryable, before: Instant): Promise<void> => {
  for (const statement of [
    `delete from short_message where id in (select id from short_message where due_at is null and received_at <= $1 limit ${atOnce}) returning id`,
    `delete from short_message_part where ctid in (select ctid from short_message_part where octets is null and received_at <= $1 limit ${atOnce}) returning part`,
  ]) {
    let removed = atOnce;
    while (removed === atOnce) removed = (await database.query(statement, [before])).length;
  }
};
