import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { type AttachmentStore, checkKey, storeAway } from './attachment-store.ts';

/** A file's name is safe only when its folder is written too. Windows cannot open folders, and writes their entries by itself. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const writeDurably = async (path: string, bytes: Uint8Array): Promise<void> => {
  const folder = dirname(path);
  const firstNew = await mkdir(folder, { recursive: true, mode: 0o700 });
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  // A folder that was just made is an entry in the one above it.
  const last = firstNew === undefined ? folder : dirname(firstNew);
  for (let current = folder; ; current = dirname(current)) {
    await syncFolder(current);
    if (current === last) return;
  }
};

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Keeps attachments in a folder of this machine, or of a file system that all gateways share. */
export const folderStore = (directory: string): AttachmentStore => {
  const root = resolve(directory);
  const pathOf = (key: string): string => join(root, ...checkKey(key).split('/'));
  return {
    async put(key, bytes) {
      await writeDurably(pathOf(key), bytes).catch((cause: unknown) => {
        throw storeAway(cause);
      });
    },
    async get(key) {
      const path = pathOf(key);
      try {
        const handle = await open(path, 'r');
        return Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw storeAway(error);
      }
    },
    async empty(folder, except) {
      const path = pathOf(folder);
      try {
        if (except === undefined) return await rm(path, { recursive: true, force: true });
        for (const name of await readdir(path))
          if (`${folder}/${name}` !== except) await rm(join(path, name), { force: true });
      } catch (error) {
        if (!isMissing(error)) throw storeAway(error);
      }
    },
  };
};
