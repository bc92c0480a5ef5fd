import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { ConfigurationError } from './configuration-error.ts';
import { findConfigurationFile } from './configuration-file.ts';
import { type ConfigurationSources, readConfiguration } from './read-configuration.ts';
import { settings, type SettingName } from './settings.ts';

let folder: string;
before(async () => void (folder = await mkdtemp(join(tmpdir(), 'lapor-configuration-'))));
after(() => rm(folder, { recursive: true }));

let files = 0;
const fileWith = async (content: string, extension = 'json'): Promise<string> => {
  const path = join(folder, `settings-${(files += 1)}.${extension}`);
  await writeFile(path, content);
  return path;
};

const problemsOf = async (sources: ConfigurationSources): Promise<readonly string[]> => {
  const error = await readConfiguration(sources).then(
    () => assert.fail('it was accepted'),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ConfigurationError);
  return error.problems;
};

test('without a word everything has its default', async () => {
  assert.deepEqual(await readConfiguration({}), {
    port: 1708,
    host: '127.0.0.1',
    data: '.lapor/gateway',
    databaseConnections: 10,
    trustedProxies: 0,
    demo: false,
    sandbox: false,
    suppressedBelow: 5,
    logLevel: 'info',
  });
});

test('a variable may name a file that holds its value, as secrets of containers do', async () => {
  const [url, secret] = [await fileWith('postgres://lapor:rahasia@db/lapor\n'), await fileWith('sangat-rahasia')];
  const environment = {
    DATABASE_URL_FILE: url,
    LAPOR_S3_ENDPOINT: 'https://s3.example',
    LAPOR_S3_BUCKET: 'lapor',
    LAPOR_S3_ACCESS_KEY_ID: 'kunci',
    LAPOR_S3_SECRET_ACCESS_KEY_FILE: secret,
  };
  const configuration = await readConfiguration({ environment });
  assert.equal(configuration.databaseUrl, 'postgres://lapor:rahasia@db/lapor');
  assert.equal(configuration.s3?.secretAccessKey, 'sangat-rahasia');
});

test('a file of a variable that is not there, too long, or one of two is told without its content', async () => {
  const long = await fileWith('rahasia'.repeat(2_000));
  assert.deepEqual(await problemsOf({ environment: { DATABASE_URL_FILE: join(folder, 'nowhere') } }), [
    '`DATABASE_URL_FILE` names a file that cannot be read (ENOENT).',
  ]);
  assert.deepEqual(await problemsOf({ environment: { DATABASE_URL_FILE: long } }), [
    '`DATABASE_URL_FILE` names a file that is too long.',
  ]);
  assert.deepEqual(await problemsOf({ environment: { DATABASE_URL_FILE: long, DATABASE_URL: 'postgres://x' } }), [
    '`DATABASE_URL` and `DATABASE_URL_FILE` are both given. Keep one of them.',
  ]);
});

test('each setting that has a variable can be given by it', async () => {
  const environment = {
    PORT: '8080',
    LAPOR_HOST: '0.0.0.0',
    LAPOR_DATA: '/srv/lapor',
    DATABASE_URL: 'postgres://lapor:rahasia@db/lapor',
    LAPOR_DATABASE_CONNECTIONS: '20',
    LAPOR_PUBLIC_URL: 'https://lapor.example',
    LAPOR_TRUSTED_PROXIES: '2',
    LAPOR_DEMO: '1',
    LAPOR_SANDBOX: 'true',
    LAPOR_SUPPRESSED_BELOW: '10',
    LAPOR_CLAMD: '127.0.0.1:3310',
    LAPOR_LOG_LEVEL: 'debug',
  };
  assert.deepEqual(await readConfiguration({ environment }), {
    port: 8080,
    host: '0.0.0.0',
    data: '/srv/lapor',
    databaseUrl: 'postgres://lapor:rahasia@db/lapor',
    databaseConnections: 20,
    publicUrl: 'https://lapor.example',
    trustedProxies: 2,
    demo: true,
    sandbox: true,
    suppressedBelow: 10,
    clamd: '127.0.0.1:3310',
    logLevel: 'debug',
  });
  const variables = Object.values(settings).flatMap(({ variable }) => variable ?? []);
  assert.deepEqual(Object.keys(environment).toSorted(), variables.toSorted());
});

test('flags go before the environment, the environment before the file', async () => {
  const file = await fileWith('{ "port": 1, "host": "file", "data": "file" }');
  const environment = { PORT: '2', LAPOR_HOST: 'environment' };
  const { port, host, data } = await readConfiguration({ flags: { port: '3' }, environment, file });
  assert.deepEqual([port, host, data], [3, 'environment', 'file']);
});

test('a switch can be turned off where the file turns it on', async () => {
  const file = await fileWith('{ "demo": true, "sandbox": true }');
  const { demo, sandbox } = await readConfiguration({ environment: { LAPOR_DEMO: '0', LAPOR_SANDBOX: 'false' }, file });
  assert.deepEqual([demo, sandbox], [false, false]);
});

test('an empty variable is as good as none', async () => {
  assert.equal((await readConfiguration({ environment: { PORT: '', DATABASE_URL: '' } })).port, 1708);
});

test('a module can be a configuration file', async () => {
  for (const [content, extension] of [
    ['export default { port: 5 as number };', 'ts'],
    ['export default { port: 5 };', 'mjs'],
  ] as const) {
    assert.equal((await readConfiguration({ file: await fileWith(content, extension) })).port, 5);
  }
});

test('what holds several values stands in the file', async () => {
  const limit = { calls: 5, seconds: 60 };
  const content = { rateLimits: { read: limit, write: limit, desk: limit }, clockPolicy: { remindBefore: 2 } };
  const { rateLimits, clockPolicy } = await readConfiguration({ file: await fileWith(JSON.stringify(content)) });
  assert.deepEqual({ rateLimits, clockPolicy }, content);
});

test('where webhooks may go can come from the environment, and is checked', async () => {
  assert.deepEqual((await readConfiguration({ environment: { LAPOR_WEBHOOKS_HTTP: 'true' } })).webhooks, {
    http: true,
    networks: [],
    patience: 10,
  });
  const networks = ['10.20.0.0/16', 'fd12:3456::/32'];
  const file = await fileWith('{ "webhooks": { "http": true } }');
  assert.deepEqual(
    (await readConfiguration({ environment: { LAPOR_WEBHOOKS_NETWORKS: networks.join(', ') }, file })).webhooks,
    { http: true, networks, patience: 10 },
  );
  for (const wrong of ['10.20.0.0', '10.20.0.0/33', 'fd12::/129', 'kantor.example/8', '10.20.0.0/16,'])
    await assert.rejects(
      readConfiguration({ environment: { LAPOR_WEBHOOKS_NETWORKS: wrong } }),
      ConfigurationError,
      wrong,
    );
});

test('the secrets of the S3 store can come from the environment, and the rest from the file', async () => {
  const file = await fileWith('{ "s3": { "endpoint": "https://s3.example", "bucket": "lapor" } }');
  const environment = { LAPOR_S3_ACCESS_KEY_ID: 'id', LAPOR_S3_SECRET_ACCESS_KEY: 'rahasia', LAPOR_S3_BUCKET: 'lain' };
  assert.deepEqual((await readConfiguration({ environment, file })).s3, {
    endpoint: 'https://s3.example',
    bucket: 'lain',
    region: 'us-east-1',
    accessKeyId: 'id',
    secretAccessKey: 'rahasia',
  });
});

test('the mail server with its password can come from the environment, and the sender from the file', async () => {
  const file = await fileWith('{ "email": { "from": "LAPOR! Sumatera Barat <lapor@sumbar.example>" } }');
  const environment = {
    LAPOR_EMAIL_SERVER: 'smtps://lapor%40sumbar.example:rahasia@mail.sumbar.example',
    LAPOR_NOTIFICATIONS_QUIET_FROM: '20',
  };
  const { email, notifications } = await readConfiguration({ environment, file });
  assert.deepEqual(email, {
    server: environment.LAPOR_EMAIL_SERVER,
    from: 'LAPOR! Sumatera Barat <lapor@sumbar.example>',
    tls: 'required',
  });
  assert.deepEqual(notifications, { quietFrom: 20, quietUntil: 6, gatherSeconds: 300, dailyPerAddress: 30 });
});

test('a mail server or a sender that cannot be read is refused with what it must be, and not shown', async () => {
  for (const server of [
    'rahasia',
    'https://lapor:rahasia@mail.example',
    'smtp://lapor:rahasia@',
    'smtp://rahasia@mail.example',
  ]) {
    const [problem = ''] = await problemsOf({
      environment: { LAPOR_EMAIL_SERVER: server, LAPOR_EMAIL_FROM: 'a@b.example' },
    });
    assert.match(problem, /^`email\.server` \(LAPOR_EMAIL_…\) must be an address like smtps:/);
    assert.ok(!problem.includes('rahasia'), problem);
  }
  const [problem = ''] = await problemsOf({
    environment: { LAPOR_EMAIL_SERVER: 'smtp://mail.example', LAPOR_EMAIL_FROM: 'LAPOR!' },
  });
  assert.match(problem, /^`email\.from` \(LAPOR_EMAIL_…\) must be an address, or a name and an address/);
});

test('the account at the SMSC can come from the environment, and the rest from the file', async () => {
  const file = await fileWith('{ "sms": { "site": "sumbar", "keyword": "LAPOR", "window": 5 } }');
  const environment = {
    LAPOR_SMS_HOST: 'smsc.operator.example',
    LAPOR_SMS_PORT: '3550',
    LAPOR_SMS_SYSTEM_ID: 'sumbar',
    LAPOR_SMS_PASSWORD: '01234567',
    LAPOR_SMS_TLS: 'true',
    LAPOR_SMS_SOURCE_ADDRESS: '1708',
  };
  assert.deepEqual((await readConfiguration({ environment, file })).sms, {
    host: 'smsc.operator.example',
    port: 3550,
    systemId: 'sumbar',
    password: '01234567',
    systemType: '',
    tls: true,
    sourceAddress: '1708',
    keyword: 'LAPOR',
    site: 'sumbar',
    news: true,
    standardAlphabet: 'gsm',
    window: 5,
    perSecond: 10,
  });
});

test('an account that cannot be one is refused with what it must be, and not shown', async () => {
  const sms = { host: 'smsc.example', systemId: 'sumbar', password: 'rahasia', sourceAddress: '1708', site: 'sumbar' };
  for (const [change, part] of [
    [{ password: 'rahasia'.repeat(10) }, 'password'],
    [{ systemId: 'pemerintah'.repeat(7) }, 'systemId'],
    [{ sourceAddress: 'rahasia negara' }, 'sourceAddress'],
    [{ keyword: 'rahasia!' }, 'keyword'],
  ] as const) {
    const file = await fileWith(JSON.stringify({ sms: { ...sms, ...change } }));
    const problems = await problemsOf({ file });
    assert.equal(problems.length, 1);
    assert.ok(problems[0]?.startsWith(`\`sms.${part}\` (${file}) must be `), problems[0]);
    assert.doesNotMatch(problems.join(), /rahasia|pemerintah/);
  }
});

test('every wrong setting is named with where it came from and what it must be', async () => {
  const file = await fileWith('{ "databaseConnections": 1, "clamd": 3 }');
  assert.deepEqual(
    await problemsOf({
      flags: { port: '80x' },
      environment: { LAPOR_DEMO: 'ja', LAPOR_PUBLIC_URL: 'https://lapor.example/sub' },
      file,
    }),
    [
      '`databaseConnections` (' + file + ') must be a whole number from 2 to 500.',
      '`clamd` (' + file + ') must be HOST:PORT or the path of a socket.',
      '`publicUrl` (LAPOR_PUBLIC_URL) must be an address without a path, such as https://lapor.sumbarprov.example.',
      '`demo` (LAPOR_DEMO) must be true or false.',
      '`port` (--port) must be a whole number from 0 to 65535.',
    ].toSorted((one, other) => orderOf(one) - orderOf(other)),
  );
});

/** Problems come in the order of the settings. */
const orderOf = (problem: string): number => Object.keys(settings).indexOf(/^`(\w+)`/.exec(problem)?.[1] ?? '');

test('within a setting the part that is wrong is named', async () => {
  const file = await fileWith(
    '{ "rateLimits": { "read": { "calls": 0, "seconds": 60 } }, "s3": { "endpoint": "ftp://s3" }, "clockPolicy": { "remindBefor": 1 } }',
  );
  const problems = await problemsOf({ file });
  for (const part of [
    'rateLimits.read.calls',
    'rateLimits.write',
    's3.endpoint',
    's3.bucket',
    'clockPolicy.remindBefor',
  ])
    assert.ok(
      problems.some((problem) => problem.startsWith(`\`${part}\``)),
      `${part}: ${problems.join('\n')}`,
    );
});

test('a setting that does not exist is named', async () => {
  const file = await fileWith('{ "prot": 1708 }');
  assert.deepEqual(await problemsOf({ file }), [`\`prot\` (${file}) is no setting. Check its spelling, or remove it.`]);
});

test('an address of a database with a password that breaks it is refused, and not shown', async () => {
  for (const databaseUrl of [
    'mysql://a:rahasia@db/x',
    'postgres://lapor:rah#asia@db/lapor',
    'rahasia',
    ' postgres://lapor:rahasia@db/lapor',
  ]) {
    const [problem = ''] = await problemsOf({ environment: { DATABASE_URL: databaseUrl } });
    assert.match(problem, /^`databaseUrl` \(DATABASE_URL\) must be an address like /);
    assert.ok(!problem.includes('rah'), problem);
  }
});

test('no value of a wrong setting is ever shown', async () => {
  const names = (Object.keys(settings) as SettingName[]).filter(
    (name) => settings[name].variable !== undefined && name !== 'data' && name !== 'host' && name !== 'clamd',
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.stringMatching(/^rahasia[!-~]{8,30}$/), async (name, secret) => {
      const problems = await problemsOf({ environment: { [settings[name].variable!]: secret } });
      assert.equal(problems.length, 1);
      assert.ok(!problems.join().includes(secret));
      assert.ok(problems.join().includes(`\`${name}\``));
    }),
    { numRuns: 100 },
  );
});

test('the headers of the V3 door can be called otherwise, and not both the same', async () => {
  const { v3 } = await readConfiguration({ environment: { LAPOR_V3_TOKEN_HEADER: 'x-lapor-token' } });
  assert.deepEqual(v3, { authorizationHeader: 'authorization', tokenHeader: 'x-lapor-token' });
  for (const name of ['authorization', 'dua kata'])
    assert.equal((await problemsOf({ environment: { LAPOR_V3_TOKEN_HEADER: name } })).length, 1, name);
});

test('a file that cannot be read is named, and nothing of it is cited', async () => {
  const broken = await fileWith('{ "databaseUrl": "postgres://lapor:rahasia@db/lapor", }');
  assert.deepEqual(await problemsOf({ file: broken }), [
    `\`${broken}\` cannot be read as a configuration. It is not well formed.`,
  ]);
  const missing = join(folder, 'missing.json');
  assert.deepEqual(await problemsOf({ file: missing }), [
    `\`${missing}\` cannot be read as a configuration. There is no such file.`,
  ]);
  const without = await fileWith('export const configuration = {};', 'ts');
  assert.match((await problemsOf({ file: without }))[0] ?? '', /It has no default export/);
  for (const content of ['[]', 'null', '"postgres://"']) {
    const file = await fileWith(content);
    assert.deepEqual(await problemsOf({ file }), [`\`${file}\` must hold an object with settings.`]);
  }
});

test('a configuration file of the working folder is found by its name, TypeScript first', async () => {
  assert.equal(findConfigurationFile(folder), undefined);
  await writeFile(join(folder, 'lapor.config.json'), '{}');
  assert.equal(findConfigurationFile(folder), join(folder, 'lapor.config.json'));
  await writeFile(join(folder, 'lapor.config.ts'), 'export default {};');
  assert.equal(findConfigurationFile(folder), join(folder, 'lapor.config.ts'));
});
