import type { FormValues } from '../report/form-values.ts';
import type { MarkedSite } from './left-on-device.ts';

/** A draft as it comes back. */
export interface KeptDraft {
  readonly values: FormValues;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** Which writing it was: whoever knows it knows that nobody has written since. */
  readonly version: string;
}

interface StoredDraft {
  readonly version: string;
  readonly savedAt: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

const algorithm = 'AES-GCM';
const store = 'draft';

const resultOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
  });

const open = async ({ gateway, siteKey }: MarkedSite): Promise<IDBDatabase> => {
  const request = indexedDB.open(`lapor-draft ${gateway} ${siteKey}`, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(store));
  const database = await resultOf(request);
  // A newer version of this package must not wait for this page.
  database.addEventListener('versionchange', () => database.close());
  return database;
};

/**
 * The one draft of a site on this device. As in the outbox, it is encrypted with a key that can be used here and read
 * nowhere: what lies on the disk cannot be opened elsewhere.
 */
export class DraftStorage {
  readonly #database: IDBDatabase;
  readonly #key: CryptoKey;

  constructor(database: IDBDatabase, key: CryptoKey) {
    this.#database = database;
    this.#key = key;
  }

  /** @throws when the page may keep nothing. */
  static async open(site: MarkedSite): Promise<DraftStorage> {
    const database = await open(site);
    const made = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ['encrypt', 'decrypt']);
    const keys = database.transaction(store, 'readwrite').objectStore(store);
    const known = (await resultOf(keys.get('key'))) as CryptoKey | undefined;
    if (!known) await resultOf(keys.put(made, 'key'));
    return new DraftStorage(database, known ?? made);
  }

  /** @throws when it cannot be opened any more. */
  async read(): Promise<KeptDraft | undefined> {
    const stored = (await resultOf(this.#store('readonly').get('draft'))) as StoredDraft | undefined;
    if (!stored) return undefined;
    const { version, savedAt, iv, data } = stored;
    const text = new TextDecoder().decode(await crypto.subtle.decrypt({ name: algorithm, iv }, this.#key, data));
    return { version, savedAt, values: JSON.parse(text) as FormValues };
  }

  /** Keeps the values in place of what was there. Tells which writing it is, and whether somebody else had written since. */
  async write(values: FormValues, known: string | undefined): Promise<{ version: string; hasReplaced: boolean }> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt(
      { name: algorithm, iv },
      this.#key,
      new TextEncoder().encode(JSON.stringify(values)),
    );
    // No two writings have the same.
    const version = String(iv);
    const objects = this.#store('readwrite');
    const before = (await resultOf(objects.get('draft'))) as StoredDraft | undefined;
    await resultOf(objects.put({ version, savedAt: Date.now(), iv, data } satisfies StoredDraft, 'draft'));
    return { version, hasReplaced: before !== undefined && before.version !== known };
  }

  /** Deletes the draft; with a version only if it is that one. */
  async remove(version?: string): Promise<void> {
    const objects = this.#store('readwrite');
    const before = (await resultOf(objects.get('draft'))) as StoredDraft | undefined;
    if (before && (version === undefined || before.version === version)) await resultOf(objects.delete('draft'));
  }

  #store(mode: IDBTransactionMode): IDBObjectStore {
    return this.#database.transaction(store, mode).objectStore(store);
  }
}
