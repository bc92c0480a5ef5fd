/** Messages that were sent and whose receipts have not come. */
export interface SentMessages {
  add(messageId: string): void;
  /** Seconds since a message was sent; `undefined` when it was not sent by this process, or too long ago. */
  take(messageId: string): number | undefined;
}

/** Ids that are kept; the oldest go first. A receipt that finds none is counted all the same. */
const most = 10_000;

const otherBase = (id: string): string | undefined => {
  if (/^\d{1,40}$/.test(id)) return BigInt(id).toString(16);
  return /^[\da-f]{1,32}$/i.test(id) ? BigInt(`0x${id}`).toString(10) : undefined;
};

const plain = (id: string): string => id.toLowerCase().replace(/^0+(?=.)/, '');

/**
 * Remembers the ids of what was sent. SMSCs are known to give an id in hexadecimal and to tell of it in decimal, with
 * and without leading zeros.
 */
export const createSentMessages = (now: () => number = () => performance.now()): SentMessages => {
  const all = new Map<string, number>();
  return {
    add(messageId) {
      all.set(plain(messageId), now());
      const [oldest] = all.keys();
      if (all.size > most && oldest !== undefined) all.delete(oldest);
    },
    take(messageId) {
      const id = [messageId, otherBase(messageId)].find((each) => each !== undefined && all.has(plain(each)));
      if (id === undefined) return undefined;
      const sentAt = all.get(plain(id)) ?? now();
      all.delete(plain(id));
      return (now() - sentAt) / 1_000;
    },
  };
};
