import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { type Ended, runGateway, temporaryFolder } from './run-gateway.test.support.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let postgres: Awaited<ReturnType<typeof usePostgres>>;
let url: string;

before(async () => {
  folder = await temporaryFolder();
  postgres = await usePostgres();
  url = await postgres.newDatabase();
});
after(async () => {
  await postgres?.end();
  await folder?.remove();
});

/** Runs a command that fails, and gives what it told. */
const failing = async (args: readonly string[], environment: Record<string, string> = {}): Promise<string> => {
  const { code, stdout, stderr }: Ended = await runGateway(args, { folder: folder.path, environment });
  assert.equal(code, 1, `${args.join(' ')}: ${stderr}`);
  assert.equal(stdout, '');
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
  assert.equal(lines.length, 1, stderr);
  return lines[0] ?? '';
};

const databaseAt = (change: (address: URL) => void): string => {
  const address = new URL(url);
  change(address);
  return address.href;
};

test('a database server that is not there is told with its address', async () => {
  const nowhere = 'postgres://lapor:rahasia@127.0.0.1:1/lapor';
  assert.equal(
    await failing(['migrate'], { DATABASE_URL: nowhere }),
    'lapor-gateway: The database server at 127.0.0.1:1 cannot be reached (ECONNREFUSED). Check the address in `databaseUrl`, and that the server runs.',
  );
  assert.match(
    await failing(['serve', '--port', '0'], { DATABASE_URL: nowhere }),
    /cannot be reached \(ECONNREFUSED\)/,
  );
  assert.match(
    await failing(['migrate'], { DATABASE_URL: 'postgres://lapor:rahasia@nowhere.invalid/lapor' }),
    /The database server at nowhere\.invalid cannot be reached \((ENOTFOUND|EAI_AGAIN)\)\./,
  );
});

test('a wrong password and a wrong database are told apart', async () => {
  assert.match(
    await failing(['migrate'], { DATABASE_URL: databaseAt((address) => void (address.password = 'rahasia')) }),
    /refuses the name or the password in `databaseUrl`\./,
  );
  assert.match(
    await failing(['migrate'], { DATABASE_URL: databaseAt((address) => void (address.pathname = '/nowhere')) }),
    /has no database of the name in `databaseUrl`\. Make it first: createdb NAME\./,
  );
});

test('a port that is taken is told before the database is opened', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  assert.equal(
    await failing(['serve', '--port', String(port)]),
    `lapor-gateway: Port ${port} of 127.0.0.1 is taken. Choose another one with --port.`,
  );
  server.close();
});

test('a folder that cannot be one is told', async () => {
  await writeFile(join(folder.path, 'file'), '');
  assert.match(
    await failing(['migrate', '--data', 'file']),
    /^lapor-gateway: `.*file.*` cannot be written \((EEXIST|ENOTDIR)\)\. Name another folder with --data, or give this user the right to write there\.$/,
  );
});

test('a database of a newer gateway is left alone', async () => {
  assert.equal((await runGateway(['migrate'], { folder: folder.path, environment: { DATABASE_URL: url } })).code, 0);
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`insert into migration (name) values ('9999-from-the-future')`);
  const told = await failing(['migrate'], { DATABASE_URL: url });
  await client.query(`delete from migration where name = '9999-from-the-future'`);
  await client.end();
  assert.match(told, /the database holds migrations of a newer version \(9999-from-the-future\)/);
});

test('the demo goes only into an empty database', async () => {
  const add = [
    'institutions',
    'add',
    'padang',
    '--name',
    'Pemerintah Kota Padang',
    '--kind',
    'regency',
    '--region',
    '13.71',
    '--coordinator',
  ];
  assert.equal((await runGateway(add, { folder: folder.path, environment: { DATABASE_URL: url } })).code, 0);
  assert.match(
    await failing(['serve', '--demo', '--port', '0'], { DATABASE_URL: url }),
    /`--demo` needs an empty database, but this one holds institutions of its own\./,
  );
});

test('what a command refuses is told in one sentence', async () => {
  const environment = { DATABASE_URL: url };
  assert.match(await failing(['sites', 'show', 'nowhere'], environment), /does not exist/);
  assert.match(await failing(['keys', 'revoke', 'key_0'], environment), /does not exist/);
  assert.match(
    await failing(['institutions', 'add', 'padang', '--name', 'X', '--kind', 'office'], environment),
    /already exists/,
  );
  assert.match(
    await failing(['institutions', 'add', 'x', '--name', 'X', '--kind', 'office', '--parent', 'nowhere'], environment),
    /`--parent`: .* not on our list/,
  );
  assert.match(
    await failing(
      ['sites', 'add', 's', '--name', 'S', '--institution', 'padang', '--origin', 'https://padang.example:443'],
      environment,
    ),
    /`--origin`/,
  );
  assert.match(await failing(['keys', 'add', '--site', 'nowhere', '--name', 'X'], environment), /`--site`/);
});

test('a data folder that is no database of ours is told', async () => {
  await mkdir(join(folder.path, 'odd/database'), { recursive: true });
  await writeFile(join(folder.path, 'odd/database/PG_VERSION'), '9.6\n');
  const told = await failing(['migrate', '--data', 'odd']);
  assert.ok(told.length > 'lapor-gateway: '.length + 10, told);
});
