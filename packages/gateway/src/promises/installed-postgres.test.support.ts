import { execFile, execFileSync } from 'node:child_process';
import { chown, existsSync, globSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../free-port.test.support.ts';

/** What has to be there: a server of our own for the test, and the programs with which an operator makes backups. */
const needed = ['initdb', 'pg_ctl', 'postgres', 'createdb', 'dropdb', 'pg_dump', 'pg_restore'];

/** The oldest server that the gateway promises to work with. */
const oldest = 15;

const versionOf = (folder: string): number =>
  Number(/(\d+)/.exec(execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }))?.[1]);

/** The folder of PostgreSQL's programs as a distribution installs them; `undefined` on a machine that has not all of them. */
export const findPostgresPrograms = (): string | undefined =>
  [
    ...globSync('/usr/lib/postgresql/*/bin/pg_ctl'),
    ...globSync('/usr/{local,pgsql-*}/bin/pg_ctl'),
    '/opt/homebrew/bin/pg_ctl',
  ]
    .map((path) => dirname(path))
    .filter((folder) => needed.every((name) => existsSync(join(folder, name))))
    .filter((folder) => versionOf(folder) >= oldest)
    .at(-1);

/** PostgreSQL refuses to run as root; there is a user for it wherever it was installed. */
const serverUser = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (kind: '-u' | '-g') => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

/** Starts a server of the installed PostgreSQL on loopback, in a folder of its own that goes with it. */
export const startInstalledPostgres = async (programs: string) => {
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), 'lapor-installed-postgres-'));
  if (user) await promisify(chown)(folder, user.uid, user.gid);
  const port = await freePort();
  const data = join(folder, 'data');
  const run = (name: string, ...args: string[]) =>
    promisify(execFile)(join(programs, name), args, { cwd: folder, env: { LC_ALL: 'C' }, ...user });
  await run('initdb', '-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync');
  const flags = `-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c port=${port}`;
  await run('pg_ctl', '-D', data, '-o', flags, '-l', join(folder, 'log'), '-w', 'start');
  return {
    version: versionOf(programs),
    /** What programs of PostgreSQL go by when they are told no address. */
    environment: { PGHOST: '127.0.0.1', PGPORT: String(port), PGUSER: 'postgres' },
    urlOf: (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`,
    createDatabase: (name: string) => run('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', name),
    dropDatabase: (name: string) => run('dropdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', name),
    async end() {
      await run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
      await rm(folder, { recursive: true, force: true });
    },
  };
};
