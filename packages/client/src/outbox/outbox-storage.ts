import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { OutboxError, storageFault } from './outbox-error.ts';
import type { OutboxItem } from './outbox-item.ts';
import { newSealingKey, type Sealed } from './seal.ts';

/** A report as it lies in the database. Everything that a person wrote is sealed. */
export interface StoredItem extends OutboxItem {
  readonly idempotencyKey: string;
  /** The report, and the names and types of its files. */
  readonly content: Sealed;
  /** The bytes of its files. */
  readonly files: readonly Sealed[];
  /** The receipt, once it is delivered. */
  readonly receipt?: Sealed;
  /** The uploads of its files, as far as they are at the gateway: fixed, so that every attempt asks the same. */
  readonly uploads: readonly (string | null)[];
  /** Where unfinished uploads have come to. */
  readonly unfinished: Readonly<Record<string, string>>;
  /** When it is tried again, and not before. */
  readonly nextAt: number;
  /** Since when it has been past its time. */
  readonly overdueSince?: number;
}

interface Schema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  items: { key: string; value: StoredItem };
}

/** What a change gives: the item as it is afterwards, or nothing to leave everything. */
type Change = (item: StoredItem) => StoredItem | undefined;

/** The reports of one site on one device. */
export interface OutboxStorage {
  readonly key: CryptoKey;
  put(item: StoredItem): Promise<void>;
  get(id: string): Promise<StoredItem | undefined>;
  all(): Promise<StoredItem[]>;
  /** Changes an item in one transaction, so that two tabs never undo each other's work. Gives it as it is afterwards. */
  change(id: string, change: Change): Promise<StoredItem | undefined>;
  delete(id: string): Promise<void>;
}

/** The key of this database, made when there is none. */
const keyOf = async (database: IDBPDatabase<Schema>): Promise<CryptoKey> => {
  const made = await newSealingKey();
  const transaction = database.transaction('keys', 'readwrite');
  const kept = await transaction.store.get('key');
  if (kept === undefined) await transaction.store.put(made, 'key');
  await transaction.done;
  return kept ?? made;
};

/**
 * Opens the storage of one site.
 *
 * @throws OutboxError `unavailable` when the page may keep nothing.
 */
export const openOutboxStorage = async (name: string): Promise<OutboxStorage> => {
  if (typeof indexedDB === 'undefined' || globalThis.crypto?.subtle === undefined) throw new OutboxError('unavailable');
  const dare = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw storageFault(error);
    }
  };
  return dare(async () => {
    const database = await openDB<Schema>(name, 1, {
      upgrade(opened) {
        opened.createObjectStore('keys');
        opened.createObjectStore('items', { keyPath: 'id' });
      },
      // A newer version of this package must not wait for this page.
      blocking: (_old, _new, { target }) => (target as IDBDatabase).close(),
    });
    return {
      key: await keyOf(database),
      put: (item) => dare(async () => void (await database.put('items', item))),
      get: (id) => dare(() => database.get('items', id)),
      all: () => dare(() => database.getAll('items')),
      delete: (id) => dare(() => database.delete('items', id)),
      change: (id, change) =>
        dare(async () => {
          const transaction = database.transaction('items', 'readwrite');
          const item = await transaction.store.get(id);
          const changed = item && change(item);
          if (changed !== undefined) await transaction.store.put(changed);
          await transaction.done;
          return changed ?? item;
        }),
    };
  });
};
