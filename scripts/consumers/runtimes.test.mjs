// What users install, in every runtime that the client promises: each files a report, with a file, at a gateway that runs.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import test, { after, before } from 'node:test';
import { promisify } from 'node:util';
import { demoKeys, startDemoGateway } from '../../packages/client/src/demo-gateway.test.support.ts';
import { installPacked } from './install-packed.mjs';

const program = `
import { createClient, isRefused } from '@lapor/client';
import { createFakeGateway } from '@lapor/client/testing';
import { readWebhook, signWebhook } from '@lapor/client/webhooks';
import { NewReport } from '@lapor/schemas';

const [gateway, siteKey, title] = globalThis.process.argv.slice(2);
const client = createClient({ gateway, siteKey });
const letter = new File(['%PDF-1.7\\n1 0 obj\\n<<>>\\nendobj\\ntrailer\\n<<>>\\n%%EOF\\n'], 'surat.pdf', { type: 'application/pdf' });
const { id } = await client.attachments.upload(letter);
const report = { classification: 'complaint', title, content: 'Papan jembatan gantung banyak yang lepas.', attachments: [id] };
const { trackingId, token } = await client.reports.submit(NewReport.parse(report));
const { own } = await client.reports.get(trackingId, { token });
const isRefusedRight = await client.reports.submit({ ...report, content: '' }).catch(isRefused);

const secret = 'whsec_c2VidWFoIHJhaGFzaWEgeWFuZyBjdWt1cCBwYW5qYW5n';
const body = JSON.stringify({ id: 'evt_1', timestamp: '2026-11-22T01:15:50Z', type: 'webhook.test', data: { message: 'Halo' } });
const event = await readWebhook({ headers: await signWebhook({ id: 'evt_1', body, secret }), body }, { secret });

const fake = createFakeGateway();
await createClient({ gateway: fake.address, siteKey: fake.siteKey, fetch: fake.fetch }).reports.submit({ ...report, attachments: [] });

console.log(JSON.stringify({ trackingId, files: own.attachments.length, isRefusedRight, event: event.type, faked: fake.reports.length }));
`;

/** The program of a runtime that comes as a package for each platform; undefined where there is none for this one. */
const programOf = (name, path) => {
  const require = createRequire(import.meta.url);
  try {
    const file = join(dirname(require.resolve(`${name}/package.json`)), path);
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
};

const runtimes = [
  { name: 'Node 22', command: programOf('node-22', 'bin/node'), args: [] },
  { name: `this Node, ${process.version}`, command: process.execPath, args: [] },
  { name: 'Bun', command: programOf('bun-program', 'bin/bun'), args: ['run'] },
  {
    name: 'Deno',
    command: programOf('deno-program', 'deno'),
    args: ['run', '--allow-net', '--allow-env', '--node-modules-dir=manual', '--no-remote', '--quiet'],
  },
];

let folder;
let gateway;

before(async () => {
  folder = installPacked();
  writeFileSync(join(folder, 'report.mjs'), program);
  gateway = await startDemoGateway();
});
after(async () => {
  await gateway?.close();
  rmSync(folder, { recursive: true });
});

for (const { name, command, args } of runtimes) {
  const skip =
    command === undefined && `there is no ${name} for ${process.platform} ${process.arch} among the packages`;
  test(`a report is filed in ${name}`, { skip }, async () => {
    const title = `Jembatan gantung rusak (${name})`;
    const { stdout } = await promisify(execFile)(
      command,
      [...args, 'report.mjs', gateway.url, demoKeys.siteKey, title],
      { cwd: folder, timeout: 60_000 },
    );
    const { trackingId, ...rest } = JSON.parse(stdout);
    assert.deepEqual(rest, { files: 1, isRefusedRight: true, event: 'webhook.test', faked: 1 });
    const response = await fetch(`${gateway.url}/v1/reports/${trackingId}`, {
      headers: { authorization: `Bearer ${demoKeys.siteKey}` },
    });
    assert.equal((await response.json()).title, title);
  });
}
