import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { connect, type DatabaseLocation } from './connect.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/list.ts';

// The embedded database is compiled quickly and not once more for speed: a file of tests is over before that pays, and it took
// four tenths of all processor time of a run.
for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag);

const home = join(import.meta.dirname, '../..');
const folder = join(home, 'node_modules/.cache/embedded-databases');

/** Other tables make another file, and so does another version of the database, which the package's own file names. */
const name = createHash('sha256')
  .update(readFileSync(join(home, 'package.json')))
  .update(JSON.stringify(migrations))
  .digest('base64url');
const path = join(folder, `${name}.tar`);

/** A blob that hands out the bytes that it was made of: Node puts those of its own together again, piece by piece. */
const wholeBlob = (bytes: Uint8Array<ArrayBuffer>): Blob =>
  Object.assign(new Blob([]), { arrayBuffer: async () => bytes.slice().buffer });

/** Makes a database in a folder, as `serve` does, and keeps a copy of it. */
const make = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const directory = await mkdtemp(join(tmpdir(), 'lapor-embedded-'));
  try {
    const database = await connect({ directory });
    await migrate(database);
    await database.close();
    const pglite = await PGlite.create(directory);
    const content = Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer());
    await pglite.close();
    await mkdir(folder, { recursive: true });
    // Tests run beside each other: whoever reads finds a whole file or none.
    const unfinished = `${path}.${process.pid}`;
    await writeFile(unfinished, content);
    await rename(unfinished, path);
    return content;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};

/**
 * A database in memory that has all tables already. Making one takes three seconds of processor time, and hundreds of tests
 * want one: the first makes it, the others take a copy.
 */
export const filledMemory = async (): Promise<DatabaseLocation> => ({
  memory: true,
  content: wholeBlob(await readFile(path).catch(make)),
});
