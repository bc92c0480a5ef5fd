import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { contractVersion } from '@lapor/schemas/contract';
import { type Ended, runGateway, temporaryFolder } from './run-gateway.test.support.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
before(async () => void (folder = await temporaryFolder()));
after(() => folder.remove());

const run = (...args: string[]): Promise<Ended> => runGateway(args, { folder: folder.path });

const commands = [
  'serve',
  'migrate',
  'institutions',
  'sites',
  'keys',
  'snippet',
  'person',
  'verify',
  'restored',
  'conformance',
];
const inner = [
  'institutions add',
  'institutions list',
  'institutions import',
  'sites add',
  'sites list',
  'sites show',
  'sites change',
  'keys add',
  'keys list',
  'keys revoke',
  'person find',
  'person forget',
];

test('help lists every command, and ends with 0', async () => {
  for (const word of ['help', '--help', '-h']) {
    const { code, stdout, stderr } = await run(word);
    assert.deepEqual([code, stderr], [0, '']);
    for (const command of commands) assert.match(stdout, new RegExp(`^  ${command} `, 'm'));
  }
});

test('every command tells its own help, within 100 columns or so', async () => {
  const helps = await Promise.all(
    [...commands, ...inner].map(async (command) => ({ command, ...(await run(...command.split(' '), '--help')) })),
  );
  for (const { command, code, stdout } of helps) {
    assert.equal(code, 0, command);
    assert.ok(stdout.startsWith(`lapor-gateway ${command}`), command);
    for (const line of stdout.split('\n')) assert.ok(line.length <= 140, line);
  }
});

test('the version is that of the contract', async () => {
  assert.equal((await run('--version')).stdout, `${contractVersion}\n`);
});

test('what makes no sense ends with 2, and says what would', async () => {
  const cases: [string[], RegExp][] = [
    [[], /a command is missing\.[^]*Usage: lapor-gateway COMMAND/],
    [
      ['sevre'],
      /there is no command `sevre`\. Commands: serve, migrate, institutions, sites, keys, snippet, person, forwarding, verify, restored, conformance\./,
    ],
    [['sites'], /`sites` needs a command\. Commands: add, list, show, change\./],
    [['sites', 'delete'], /`sites` has no command `delete`\. Commands: add, list, show, change\./],
    [['sites', 'show'], /`ID` is missing\./],
    [['sites', 'show', 'a', 'b'], /`b` is one argument too many\./],
    [['serve', '--prot', '1'], /Unknown option '--prot'/],
    [['serve', '--port'], /'--port <value>' argument missing/],
    [['serve', '--demo=yes'], /--demo/],
    [
      ['serve', '--port', '99999'],
      /the configuration is not usable\.\n  `port` \(--port\) must be a whole number from 0 to 65535\./,
    ],
    [
      ['serve', '--config', 'missing.json'],
      /`missing\.json` cannot be read as a configuration\. There is no such file\./,
    ],
    [
      ['keys', 'add', '--name', 'x'],
      /a key is for a site or for an institution\. Give `--site ID`, or `--institution ID` with `--role ROLE`\./,
    ],
    [['keys', 'add', '--name', 'x', '--site', 'a', '--role', 'nationalAdmin'], /`role`|`--role`/],
    [['keys', 'add', '--name', 'x', '--institution', 'a', '--role', 'root'], /`--role`/],
    [['keys', 'add', '--institution', 'a', '--role', 'liaisonOfficer'], /`--name`: It must be given\./],
    [['institutions', 'add', 'a b', '--name', 'x', '--kind', 'office'], /`ID`: Use letters, digits/],
    [['institutions', 'add', 'a', '--name', 'x', '--kind', 'ministry'], /`--kind`/],
    [['institutions', 'import', 'missing.json'], /`missing\.json` cannot be read \(ENOENT\)\./],
    [['restored', '--skip', '-1'], /`--skip` must be a whole number|'--skip' argument is ambiguous/],
    [
      ['verify', '--data', 'nowhere'],
      /there is no database in `nowhere.database`\. Name the gateway's folder with --data/,
    ],
  ];
  const ended = await Promise.all(cases.map(([args]) => run(...args)));
  for (const [index, { code, stdout, stderr }] of ended.entries()) {
    const [args, expected] = cases[index]!;
    assert.match(stderr, expected, args.join(' '));
    assert.match(stderr, /^lapor-gateway: /);
    assert.deepEqual([code, stdout], [2, ''], args.join(' '));
  }
});

test('a file that is no JSON is refused before anything is opened', async () => {
  await writeFile(join(folder.path, 'broken.json'), '{ "institutions": [');
  const { code, stderr } = await run('institutions', 'import', 'broken.json');
  assert.equal(code, 2);
  assert.match(stderr, /`broken\.json` is not JSON\./);
});

test('secrets of the environment are never shown', async () => {
  const addresses = [
    'postgres://lapor:rahasia@127.0.0.1:1/lapor',
    'postgres://lapor:rah#asia@db/lapor',
    'mysql://lapor:rahasia@db',
  ];
  const asked = [['serve', '--port', '0'], ['migrate'], ['keys', 'list'], ['verify']];
  const ended = await Promise.all(
    addresses.flatMap((address) =>
      asked.map((args) => runGateway(args, { folder: folder.path, environment: { DATABASE_URL: address } })),
    ),
  );
  for (const { code, stdout, stderr } of ended) {
    assert.notEqual(code, 0);
    assert.ok(!`${stdout}${stderr}`.includes('asia'), stderr);
  }
});
