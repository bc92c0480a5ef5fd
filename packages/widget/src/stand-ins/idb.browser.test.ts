import { assert } from 'chai';
import { openDB } from './idb.ts';

type Database = Awaited<ReturnType<typeof openDB>>;

const open = (name: string, version = 1): Promise<Database> =>
  openDB(name, version, {
    upgrade: (database) => database.createObjectStore('items', { keyPath: 'id' }),
    blocking: (_current, _blocked, { target }) => (target as IDBDatabase).close(),
  });

const newName = (): string => `stand-in ${crypto.randomUUID()}`;

it('keeps, gives, lists and deletes', async () => {
  const database = await open(newName());
  await database.put('items', { id: 'a', text: 'satu' });
  await database.put('items', { id: 'b', text: 'dua' });
  assert.deepEqual(await database.get('items', 'a'), { id: 'a', text: 'satu' });
  assert.lengthOf(await database.getAll('items'), 2);
  await database.delete('items', 'a');
  assert.isUndefined(await database.get('items', 'a'));
});

it('changes within one transaction, so that two who change at once lose nothing', async () => {
  const database = await open(newName());
  await database.put('items', { id: 'a', count: 0 });
  const add = async (): Promise<void> => {
    const { store, done } = database.transaction('items', 'readwrite');
    const item = (await store.get('a')) as { count: number };
    await store.put({ ...item, count: item.count + 1 });
    await done;
  };
  await Promise.all([add(), add(), add()]);
  assert.deepEqual(await database.get('items', 'a'), { id: 'a', count: 3 });
});

it('rejects with what IndexedDB says, and nothing is left unheard', async () => {
  const database = await open(newName());
  const unheard: unknown[] = [];
  const hear = (event: PromiseRejectionEvent): void => void unheard.push(event.reason);
  addEventListener('unhandledrejection', hear);
  const error = await database.put('items', { text: 'no id' }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.equal((error as DOMException).name, 'DataError');
  await new Promise((resolve) => setTimeout(resolve, 50));
  removeEventListener('unhandledrejection', hear);
  assert.deepEqual(unheard, []);
});

it('lets go of a database that a newer page wants to change', async () => {
  const name = newName();
  await open(name);
  const newer = await openDB(name, 2, { upgrade: () => {}, blocking: () => {} });
  assert.deepEqual(await newer.getAll('items'), []);
});
