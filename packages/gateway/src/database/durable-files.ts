import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type PGlite, PGlite as Embedded } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What of Emscripten's file system on Node is needed here. It knows files by their descriptor, and folders by their path alone. */
interface NodeFiles {
  readonly stream_ops: { fsync?: (stream: { readonly nfd?: number; readonly node: unknown }) => number };
  realPath(node: unknown): string;
}

const syncFolder = (path: string): void => {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/**
 * A folder as PGlite's disk, in which what is synchronised really is.
 *
 * PGlite 0.5 starts PostgreSQL with `-F`, so that it never asks for a sync, and its files would not do one: after a power
 * cut, reports that were acknowledged would be gone. Here every commit waits for the disk, as on a server.
 */
export class DurableFiles extends NodeFS {
  override async init(database: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(database, options);
    const makeDurable = (module: unknown): void => {
      const files = (module as { NODEFS: NodeFiles }).NODEFS;
      files.stream_ops.fsync = ({ nfd, node }) => {
        // The size of a file that grew is part of its data; only its times are not waited for.
        if (nfd === undefined) syncFolder(files.realPath(node));
        else fdatasyncSync(nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), makeDurable] } };
  }
}

/**
 * PostgreSQL's arguments as PGlite has them, but with syncs; by `fsync`, because PGlite's `fdatasync` does nothing. It keeps 32 MB
 * of its files in memory: the 128 that come by themselves are filled with zeros at each start, for most of a second.
 */
export const durableStartParams = (): string[] => [
  ...Embedded.defaultStartParams.filter((argument) => argument !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'shared_buffers=32MB',
];

const syncFile = async (path: string): Promise<void> => {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Brings a whole folder to the disk: a new database's first files are written without a sync. */
export const syncTree = async (directory: string): Promise<void> => {
  const entries = await readdir(directory, { withFileTypes: true });
  await Promise.all(entries.map((entry) => (entry.isDirectory() ? syncTree : syncFile)(join(directory, entry.name))));
  syncFolder(directory);
};
