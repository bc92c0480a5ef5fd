import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { demoKeys, withDemoGateway } from '../../scripts/consumers/demo-gateway.mjs';
import { createDeskClient } from '@lapor/client';
import { runProgram } from '../run-program.test.support.mjs';

const url = withDemoGateway();
const program = join(import.meta.dirname, 'import.mjs');

const run = async () => {
  const words = ['--conditions=@lapor/source', program, join(import.meta.dirname, 'example-export.csv')];
  const settings = { LAPOR_GATEWAY: url(), LAPOR_SECRET_KEY: demoKeys.secretKey };
  const { status, stdout, stderr } = await runProgram(process.execPath, words, settings);
  return { status, stderr, lines: stdout.trim().split('\n') };
};

test('the open rows of an export are filed, each once however often it is run', async () => {
  const first = await run();
  assert.equal(first.lines.length, 5, first.stderr);
  const numbers = first.lines.flatMap((line) => /^91\d+: filed (\d+)$/.exec(line)?.[1] ?? []);
  assert.equal(numbers.length, 3);
  assert.deepEqual(first.lines.slice(3), ['9100004: closed', '9100005: refused /title required']);
  assert.equal(first.status, 1);
  assert.deepEqual((await run()).lines, first.lines);

  const { desk } = createDeskClient({ gateway: url(), secretKey: demoKeys.secretKey });
  const [bridge, library, queue] = await Promise.all(numbers.map((number) => desk.get(number)));
  assert.match(
    bridge.content,
    /^Papan jembatan gantung .*\nAnak-anak.*\n\n\(Nomor SP4N-LAPOR!: 9100001, masuk 3 Jan 2026\)$/,
  );
  assert.deepEqual([bridge.place.regionName, bridge.reporter.name], ['Kabupaten Agam', 'Upik Banun']);
  assert.deepEqual([library.classification, library.anonymous, library.reporter], ['aspiration', true, undefined]);
  assert.deepEqual([queue.confidential, queue.place.regionCode], [true, '13.75']);
});
