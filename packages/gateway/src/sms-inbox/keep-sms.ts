import type { Instant } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';
import type { Queryable } from '../database/database.ts';
import { lockDigest } from '../database/lock-digest.ts';
import type { Engine } from '../engine/engine.ts';
import { decodeText } from '../sms/alphabet-of.ts';
import type { KeepSms, ReceivedSms } from '../sms/sms-transport.ts';
import { instantOf } from '../time/gateway-clock.ts';
import { digestOf } from './digests.ts';
import { enqueueMessage } from './enqueue-message.ts';
import { deleteParts, emptyParts, findParts, insertPart, joinParts, type KeptPart, type PartsKey } from './parts.ts';
import type { SmsRules } from './sms-options.ts';

/** Parts of one phone that may wait for others at the same time. */
const mostWaiting = 100;

/** Language in which a gap is told of: a report is read by officials. */
const gapOf = (): string => messagesFor('id').sms.gap.label;

type Kept = Awaited<ReturnType<KeepSms>>;

/** Makes one message of the parts that came, all or not, and forgets what they say. */
export const closeParts = async (
  engine: Engine,
  transaction: Queryable,
  rules: SmsRules,
  key: PartsKey,
  parts: readonly KeptPart[],
  now: Instant,
): Promise<Kept> => {
  const sender = parts.find((part) => part.sender !== null)?.sender;
  await emptyParts(transaction, key);
  if (sender === undefined || sender === null) return 'repeated';
  const text = joinParts(parts, key, gapOf());
  const kind = parts.some(({ part }) => part === 1) ? 'whole' : 'incomplete';
  const { senderDigest, recipient } = key;
  const contentDigest = digestOf(engine.secret, 'content', recipient, text);
  return enqueueMessage(transaction, { senderDigest, contentDigest, sender, recipient, text, kind }, rules, now);
};

/** Keeps a part, and makes a message of all of them when it is the last one. */
const keepPart = async (
  engine: Engine,
  transaction: Queryable,
  rules: SmsRules,
  sms: ReceivedSms & { readonly partOf: NonNullable<ReceivedSms['partOf']> },
  senderDigest: Buffer,
): Promise<Kept> => {
  const { from, to, octets, alphabet, partOf } = sms;
  const now = engine.clock.now();
  const key: PartsKey = { senderDigest, recipient: to, reference: partOf.reference, total: partOf.total };
  const digest = digestOf(engine.secret, 'content', octets);
  const part = { part: partOf.part, content_digest: digest, sender: from, octets: Buffer.from(octets), alphabet };
  let parts = await findParts(transaction, key);
  const same = parts.find((each) => each.part === part.part);
  if (same?.content_digest.equals(digest)) return 'repeated';
  const isWaiting = parts.some(({ octets: kept }) => kept);
  if (same || !isWaiting) {
    // The phone has counted round and uses the reference for another message. Of the one before, nothing more will come.
    if (isWaiting) await closeParts(engine, transaction, rules, key, parts, now);
    await deleteParts(transaction, key);
    parts = [];
  }
  const [others] = await transaction.query<{ waiting: number }>(
    'select count(*)::integer as waiting from short_message_part where sender_digest = $1 and octets is not null',
    [senderDigest],
  );
  if ((others?.waiting ?? 0) >= mostWaiting) return 'tooLong';
  await insertPart(transaction, key, part, now);
  const all = [...parts, part];
  return all.length < partOf.total ? 'part' : closeParts(engine, transaction, rules, key, all, now);
};

/** Makes the function that keeps what comes in. When it has answered, the message is on disk. */
export const createKeepSms =
  (engine: Engine, rules: SmsRules): KeepSms =>
  async (sms) => {
    const { from, to, octets, alphabet, partOf } = sms;
    if (partOf && partOf.total > rules.mostParts) return 'tooLong';
    await engine.clock.refresh?.();
    const senderDigest = digestOf(engine.secret, 'sender', from);
    return engine.database.transaction(async (transaction) => {
      // Two last parts must not overlook each other.
      await lockDigest(transaction, senderDigest);
      if (partOf) return keepPart(engine, transaction, rules, { ...sms, partOf }, senderDigest);
      const text = decodeText(octets, alphabet);
      const contentDigest = digestOf(engine.secret, 'content', to, text);
      const message = { senderDigest, contentDigest, sender: from, recipient: to, text, kind: 'whole' } as const;
      return enqueueMessage(transaction, message, rules, engine.clock.now());
    });
  };

const waiting = `
select distinct sender_digest, recipient, reference, total from short_message_part where octets is not null
group by sender_digest, recipient, reference, total having max(received_at) <= $1`;

/** Makes messages of parts whose others have not come in time, and forgets what has served its purpose. */
export const closeOldParts = async (engine: Engine, rules: SmsRules, now: Instant): Promise<void> => {
  const before = instantOf(new Date(Date.parse(now) - rules.partsMinutes * 60_000));
  type Row = { sender_digest: Buffer; recipient: string; reference: string; total: number };
  for (const { sender_digest: senderDigest, ...rest } of await engine.database.query<Row>(waiting, [before])) {
    const key = { senderDigest, ...rest };
    await engine.database.transaction(async (transaction) => {
      await lockDigest(transaction, senderDigest);
      const parts = await findParts(transaction, key);
      if (parts.some(({ octets }) => octets)) await closeParts(engine, transaction, rules, key, parts, now);
    });
  }
};
