import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { createGateway, type Gateway } from '../create-gateway.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { createVisitor, typedReport } from './visitor.test.support.ts';
import { filledMemory } from '../database/filled-memory.test.support.ts';

let gateway: Gateway;
before(async () => {
  gateway = await createGateway({ database: await filledMemory(), attachments: { memory: true } });
  await loadDemo(gateway.engine);
});
after(() => gateway.close());

/** A proxy in front compresses; at the quality that is usual for pages made on the fly. */
const sizeOf = (html: string): number => brotliCompressSync(html, { params: { 1: 5 } }).byteLength;

for (const region of ['sumbar', 'sulbar', 'tabanan', 'kobar', 'sumenep'])
  test(`the form of ${region} with all its choices comes in at most 12 kB, and needs nothing else`, async () => {
    // 12 kB is what arrives in the first flight of packets and the next (RFC 6928): two journeys on a slow network.
    const visitor = createVisitor(() => gateway);
    const form = await visitor.open('', `pk_demo_${region}`);
    const check = await visitor.press(form, 'review', { ...typedReport, region: '' });
    for (const { html, status } of [form, check]) {
      assert.equal(status, 200);
      assert.ok(sizeOf(html) <= 12_000, `${sizeOf(html)} bytes`);
      assert.doesNotMatch(html, /<(?:script|img|iframe|link rel="(?!icon))/);
    }
  });
