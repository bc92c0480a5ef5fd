import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { createGateway } from '../create-gateway.ts';
import { type Ended, runGateway, temporaryFolder } from './run-gateway.test.support.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { createVisitor, valuesIn } from '../forms/visitor.test.support.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let postgres: Awaited<ReturnType<typeof usePostgres>>;
// A server answers each of the two dozen commands at once; an embedded database would be opened for each of them.
let url: string;
let key: string;
const run = (...args: string[]): Promise<Ended> =>
  runGateway(args, { folder: folder.path, environment: { DATABASE_URL: url } });

before(async () => {
  folder = await temporaryFolder();
  postgres = await usePostgres();
  url = await postgres.newDatabase();
  await run(
    'institutions',
    'add',
    'sumbar',
    '--name',
    'Pemerintah Sumbar',
    '--kind',
    'province',
    '--region',
    '13',
    '--coordinator',
  );
  await run(
    'sites',
    'add',
    'sumbar',
    '--institution',
    'sumbar',
    '--name',
    'LAPOR! Sumbar',
    '--origin',
    'https://sumbar.example',
  );
  key = (await run('keys', 'add', '--site', 'sumbar', '--name', 'Situs')).stdout.trim();
});
after(async () => {
  await postgres?.end();
  await folder.remove();
});

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'void-style': 'off' },
});

test('the snippet is valid HTML without style or script of its own, in both languages', async () => {
  for (const lang of ['id', 'en']) {
    const { code, stdout, stderr } = await run(
      'snippet',
      'sumbar',
      '--key',
      key,
      '--lang',
      lang,
      '--script',
      '/lapor.js',
      '--public-url',
      'https://lapor.sumbar.example',
    );
    assert.deepEqual([code, stderr], [0, '']);
    const page = `<!DOCTYPE html>\n<html lang="${lang}"><head><title>Lapor</title></head><body><h1>Lapor</h1>\n${stdout}</body></html>\n`;
    const { results } = await validator.validateString(page);
    assert.deepEqual(
      results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`)),
      [],
    );
    assert.doesNotMatch(stdout, / style=| on\w+=|<style|<script>/);
    assert.ok(stdout.includes(`<lapor-form gateway="https://lapor.sumbar.example" site-key="${key}" lang="${lang}">`));
    assert.ok(stdout.includes('<script type="module" src="/lapor.js"></script>'));
  }
});

test('with --button it is a link that opens the form: valid HTML, and the address of the form without script', async () => {
  const { code, stdout } = await run(
    'snippet',
    'sumbar',
    '--button',
    '--key',
    key,
    '--script',
    '/lapor-button.js',
    '--public-url',
    'https://lapor.sumbar.example',
  );
  assert.equal(code, 0);
  assert.equal(
    stdout,
    `<lapor-button gateway="https://lapor.sumbar.example" site-key="${key}" lang="id">
  <a href="https://lapor.sumbar.example/forms/${key}?lang=id">Sampaikan laporan Anda</a>
</lapor-button>
<script type="module" src="/lapor-button.js"></script>
`,
  );
  const page = `<!DOCTYPE html>\n<html lang="id"><head><title>Lapor</title></head><body><h1>Lapor</h1>\n${stdout}</body></html>\n`;
  assert.deepEqual((await validator.validateString(page)).results, []);
});

test('with --steps 1 the form asks everything on one page, and no other number is taken', async () => {
  const inPage = await run('snippet', 'sumbar', '--key', key, '--steps', '1');
  assert.match(inPage.stdout, /^<div>\n<lapor-form [^>]*lang="id" steps="1">/);
  const button = await run('snippet', 'sumbar', '--key', key, '--steps', '1', '--button');
  assert.match(button.stdout, /^<lapor-button [^>]*lang="id" steps="1">/);
  const { code, stderr } = await run('snippet', 'sumbar', '--key', key, '--steps', '2');
  assert.equal(code, 2);
  assert.match(stderr, /`--steps` is `2`/);
});

test('with --integrity browsers are told the hashes of the script and of all that it loads', async () => {
  const path = `${folder.path}/integrity.json`;
  await writeFile(path, JSON.stringify({ 'lapor.js': 'sha384-AAAA', 'lapor-sending-1.js': 'sha384-BBBB' }));
  const withHashes = (...args: string[]) => run('snippet', 'sumbar', '--key', key, '--integrity', path, ...args);
  const { code, stdout, stderr } = await withHashes('--script', '/lapor/lapor.js');
  assert.equal(code, 0);
  const map = '{"integrity":{"/lapor/lapor.js":"sha384-AAAA","/lapor/lapor-sending-1.js":"sha384-BBBB"}}';
  assert.ok(
    stdout.endsWith(`<script type="importmap">${map}</script>
<script type="module" src="/lapor/lapor.js" integrity="sha384-AAAA" crossorigin></script>
`),
  );
  assert.ok(stderr.includes(`'sha256-${hash('sha256', map, 'base64')}'`), 'what a policy needs is told');
  const refused = [
    await withHashes(),
    await withHashes('--script', '/lapor/other.js'),
    await run('snippet', 'sumbar', '--key', key, '--script', '/lapor.js', '--integrity', `${folder.path}/missing.json`),
  ];
  for (const { code: status, stderr: told } of refused) {
    assert.equal(status, 2);
    assert.match(told, /--integrity/);
  }
});

test('what is typed into it arrives at the gateway', async () => {
  const { stdout } = await run('snippet', 'sumbar', '--key', key);
  assert.doesNotMatch(stdout, /<script/);
  const gateway = await createGateway({ database: { url } });
  try {
    const visitor = createVisitor(() => gateway);
    const page = {
      status: 200,
      url: '',
      headers: new Headers(),
      html: stdout.replace('type="submit"', 'value="begin"'),
    };
    const filled = { classification: 'aspiration', title: 'Taman "bermain" & lampu', content: 'Mohon dibuat taman.' };
    const answer = await visitor.press(page, 'begin', filled, { origin: 'https://sumbar.example' });
    assert.equal(answer.status, 200);
    const values = new Map(valuesIn(answer.html));
    for (const [name, value] of Object.entries(filled)) assert.equal(values.get(name), value);
  } finally {
    await gateway.close();
  }
});

test('without a key it says what to put in its place; a key that does not fit is refused', async () => {
  const { code, stdout, stderr } = await run('snippet', 'sumbar');
  assert.equal(code, 0);
  assert.match(stdout, /site-key="pk_KUNCI"/);
  assert.match(stderr, /in place of pk_KUNCI/);
  for (const [args, says] of [
    [['sumbar', '--key', 'pk_other'], /`--key` is no publishable key of the site `sumbar`/],
    [['sumbar', '--lang', 'xx'], /`--lang` is `xx`\. It can be id or en\./],
    [[], /`SITE` is missing\./],
  ] as const) {
    const ended = await run('snippet', ...args);
    assert.equal(ended.code, 2);
    assert.match(ended.stderr, says);
  }
  assert.equal((await run('snippet', 'lain')).code, 1);
});
