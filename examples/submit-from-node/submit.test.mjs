import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runProgram } from '../run-program.test.support.mjs';
import { demoKeys, withDemoGateway } from '../../scripts/consumers/demo-gateway.mjs';

const url = withDemoGateway();
const program = join(import.meta.dirname, 'submit.mjs');

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lapor-submit-'));
});
after(() => rm(folder, { recursive: true }));

const run = (words, settings = {}) =>
  runProgram(process.execPath, ['--conditions=@lapor/source', program, ...words], {
    LAPOR_GATEWAY: url(),
    LAPOR_SITE_KEY: demoKeys.siteKey,
    ...settings,
  });

test('a report with a file is filed, once for each attempt', async () => {
  const letter = join(folder, 'surat.pdf');
  await writeFile(letter, '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
  const words = ['Lampu jalan mati', 'Lampu jalan di depan pasar mati sejak Senin.'];
  const { status, stdout } = await run([...words, letter]);
  assert.equal(status, 0);
  const { trackingId, token } = JSON.parse(stdout);
  const response = await fetch(`${url()}/v1/reports/${trackingId}`, { headers: { authorization: `Bearer ${token}` } });
  assert.deepEqual(
    (await response.json()).own.attachments.map(({ name }) => name),
    ['surat.pdf'],
  );
  const named = { LAPOR_ATTEMPT: 'panggilan-4711' };
  const [first, again] = [await run(words, named), await run(words, named)];
  assert.equal(first.stdout, again.stdout);
});

test('what is wrong is told by part, and what may be tried later by 75', async () => {
  const { status, stderr } = await run(['Lampu jalan mati', '']);
  assert.equal(status, 1);
  assert.match(stderr, /^\/content: /m);
  const away = await run(['Lampu jalan mati', 'Lampu jalan mati sejak Senin.'], {
    LAPOR_GATEWAY: 'http://127.0.0.1:9',
  });
  assert.equal(away.status, 75);
});
