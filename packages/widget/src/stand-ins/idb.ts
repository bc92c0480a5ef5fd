// Stands in for `idb` in the files for pages: as much of it as the outbox uses, for a tenth of the bytes.

/** What a request of IndexedDB comes to. */
const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });

const storeOf = (store: IDBObjectStore) => ({
  get: (name: IDBValidKey): Promise<unknown> => done(store.get(name)),
  put: (value: unknown, name?: IDBValidKey): Promise<unknown> => done(store.put(value, name)),
  getAll: (): Promise<unknown[]> => done(store.getAll()),
  delete: (name: IDBValidKey): Promise<unknown> => done(store.delete(name)),
});

const transactionOf = (database: IDBDatabase, name: string, mode: IDBTransactionMode) => {
  const transaction = database.transaction(name, mode);
  const end = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    // An error ends in an abort; an abort alone comes where the disk is full.
    transaction.addEventListener('abort', () => reject(transaction.error));
  });
  // Whoever asks hears of it; nobody else has to.
  end.catch(() => {});
  return { store: storeOf(transaction.objectStore(name)), done: end };
};

/** How a database is opened. */
interface Opening {
  readonly upgrade: (database: IDBDatabase) => void;
  readonly blocking: (current: number, blocked: number | null, event: IDBVersionChangeEvent) => void;
}

/** Opens a database. @throws DOMException when the page may not. */
export const openDB = async (name: string, version: number, { upgrade, blocking }: Opening) => {
  const request = indexedDB.open(name, version);
  request.addEventListener('upgradeneeded', () => upgrade(request.result));
  const database = await done(request);
  database.addEventListener('versionchange', (event) => blocking(event.oldVersion, event.newVersion, event));
  const during = async <Value>(
    store: string,
    mode: IDBTransactionMode,
    work: (opened: ReturnType<typeof storeOf>) => Promise<Value>,
  ): Promise<Value> => {
    const transaction = transactionOf(database, store, mode);
    // Written is what the transaction has ended with: before that, a full disk can still take it back.
    const [value] = await Promise.all([work(transaction.store), transaction.done]);
    return value;
  };
  return {
    transaction: (store: string, mode: IDBTransactionMode) => transactionOf(database, store, mode),
    get: (store: string, key: IDBValidKey) => during(store, 'readonly', (opened) => opened.get(key)),
    getAll: (store: string) => during(store, 'readonly', (opened) => opened.getAll()),
    put: (store: string, value: unknown) => during(store, 'readwrite', (opened) => opened.put(value)),
    delete: (store: string, key: IDBValidKey) => during(store, 'readwrite', (opened) => opened.delete(key)),
  };
};
