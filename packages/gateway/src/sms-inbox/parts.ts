import type { Queryable } from '../database/database.ts';
import type { Alphabet } from '../sms/alphabet-of.ts';
import { decodeText } from '../sms/alphabet-of.ts';
import type { PartOfMessage } from '../sms/received-part.ts';

/** What the parts of one message have in common. */
export interface PartsKey {
  readonly senderDigest: Buffer;
  readonly recipient: string;
  readonly reference: string;
  readonly total: number;
}

/** A part as it is kept. */
export interface KeptPart {
  readonly part: number;
  readonly content_digest: Buffer;
  readonly sender: string | null;
  /** Absent when the message was joined. */
  readonly octets: Buffer | null;
  readonly alphabet: Alphabet;
}

const where = 'sender_digest = $1 and recipient = $2 and reference = $3 and total = $4';

const valuesOf = ({ senderDigest, recipient, reference, total }: PartsKey): unknown[] => [
  senderDigest,
  recipient,
  reference,
  total,
];

/** The parts of a message that have come, in their order. */
export const findParts = (transaction: Queryable, key: PartsKey): Promise<KeptPart[]> =>
  transaction.query<KeptPart>(
    `select part, content_digest, sender, octets, alphabet from short_message_part where ${where} order by part`,
    valuesOf(key),
  );

/** Keeps a part. */
export const insertPart = async (
  transaction: Queryable,
  key: PartsKey,
  { part, content_digest, sender, octets, alphabet }: KeptPart,
  now: string,
): Promise<void> => {
  await transaction.query(
    `insert into short_message_part (sender_digest, recipient, reference, total, part, content_digest, sender, octets, alphabet, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [...valuesOf(key), part, content_digest, sender, octets, alphabet, now],
  );
};

/** Forgets what the parts say; that they came stays known. */
export const emptyParts = async (transaction: Queryable, key: PartsKey): Promise<void> => {
  await transaction.query(`update short_message_part set sender = null, octets = null where ${where}`, valuesOf(key));
};

/** Forgets parts whose reference stands for another message now. */
export const deleteParts = async (transaction: Queryable, key: PartsKey): Promise<void> => {
  await transaction.query(`delete from short_message_part where ${where}`, valuesOf(key));
};

/**
 * The text of the parts that came. Those that follow each other are read as one, since a character may be cut between
 * them; where some are missing the text says so.
 */
export const joinParts = (parts: readonly KeptPart[], { total }: Pick<PartOfMessage, 'total'>, gap: string): string => {
  let text = '';
  let open: { readonly alphabet: Alphabet; readonly octets: Buffer[] } | undefined;
  const close = (): void => {
    if (open) text += decodeText(Buffer.concat(open.octets), open.alphabet);
    open = undefined;
  };
  for (let number = 1; number <= total; number += 1) {
    const found = parts.find(({ part }) => part === number);
    const before = parts.some(({ part }) => part === number - 1);
    if (!found?.octets) {
      close();
      if (number === 1 || before) text += `${text && ' '}[${gap}] `;
      continue;
    }
    if (open?.alphabet !== found.alphabet) close();
    open ??= { alphabet: found.alphabet, octets: [] };
    open.octets.push(found.octets);
  }
  close();
  return text.trim();
};
