import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { lockFolder } from './folder-lock.ts';

/** PostgreSQL within this process. */
export interface EmbeddedDatabase {
  readonly pglite: PGlite;
  /** Writes everything down and lets go of the folder. */
  close(): Promise<void>;
}

/**
 * What PostgreSQL keeps before its files. Those lie in memory themselves here, so that more of it would only be filled with
 * zeros each time that a database is opened: 128 MB as it comes, half of the time that opening takes.
 */
const smallMemory = ['shared_buffers=4MB', 'wal_buffers=64kB', 'max_connections=5'].flatMap((setting) => [
  '-c',
  setting,
]);

/**
 * Opens a database that is kept in memory and gone with the process.
 *
 * @param content a copy of a database that it begins with; empty otherwise.
 */
export const openInMemory = async (content?: Blob): Promise<EmbeddedDatabase> => {
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = await PGlite.create({
    dataDir: 'memory://',
    startParams: [...PGlite.defaultStartParams, ...smallMemory],
    ...(content && { loadDataDir: content }),
  });
  return { pglite, close: () => pglite.close() };
};

/** Makes or opens the database in a folder that is this process's own. */
const openFolder = async (directory: string): Promise<PGlite> => {
  const [{ PGlite }, { DurableFiles, durableStartParams, syncTree }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('./durable-files.ts'),
  ]);
  // Lies beside a database as long as it is being made. One that was left half made holds nothing, and could not be opened.
  const unfinished = `${directory}.unfinished`;
  if (existsSync(unfinished)) await rm(directory, { recursive: true, force: true });
  const isNew = !existsSync(join(directory, 'PG_VERSION'));
  if (isNew) await writeFile(unfinished, '');
  const pglite = await PGlite.create({ fs: new DurableFiles(directory), startParams: durableStartParams() });
  if (isNew) {
    await syncTree(directory);
    await rm(unfinished, { force: true });
  }
  return pglite;
};

/**
 * Opens the database in a folder, and makes it when there is none. What is committed is on the disk.
 *
 * @throws Error when another process has it open.
 */
export const openInFolder = async (location: string): Promise<EmbeddedDatabase> => {
  const directory = resolve(location);
  await mkdir(dirname(directory), { recursive: true });
  const unlock = await lockFolder(directory);
  try {
    const pglite = await openFolder(directory);
    return {
      pglite,
      async close() {
        await pglite.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
};
