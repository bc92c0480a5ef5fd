import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { askUploads, pdfOf, send } from '../attachments/attachments.test.support.ts';
import { hasClamd, startClamd, startFakeClamd } from './clamd.test.support.ts';
import type { ScanVerdict } from './scan.ts';
import { scanWaitingUploads } from '../attachments/scan-waiting-uploads.ts';
import { readClamdAddress, scanWithClamd } from './scan-with-clamd.ts';

describe('asking clamd', () => {
  test('sends every byte in frames, and reads what clamd found', async () => {
    const bytes = pdfOf(300_000);
    const seen: Buffer[] = [];
    const clamd = await startFakeClamd(
      (stream) => (seen.push(stream), stream.includes('%PDF') ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK'),
    );
    const scan = scanWithClamd(clamd.address);
    assert.equal(await scan([bytes.subarray(0, 100_000), bytes.subarray(100_000)]), 'infected');
    assert.ok(seen[0]?.equals(bytes));
    assert.equal(await scan([Buffer.from('halo')]), 'clean');
    clamd.end();
  });

  test('its address is a host and a port, or the path of a socket', () => {
    assert.deepEqual(readClamdAddress('clamav:3310'), { host: 'clamav', port: 3310 });
    assert.deepEqual(readClamdAddress('[::1]:3310'), { host: '::1', port: 3310 });
    assert.deepEqual(readClamdAddress('/run/clamav/clamd.ctl'), { socketPath: '/run/clamav/clamd.ctl' });
  });

  test('anything else that it says, or that it says nothing, is no verdict', async () => {
    for (const [answer, early] of [
      ['stream: scan failed ERROR'],
      ['stream: OK FOUND OK'],
      [''],
      ['stream: OKAY'],
      ['', 'INSTREAM size limit exceeded. ERROR\0'],
      ['', ''],
    ] as const) {
      const clamd = await startFakeClamd(() => answer, early);
      assert.equal(await scanWithClamd(clamd.address)([pdfOf(200_000)]), 'unknown', `${answer} ${early ?? ''}`);
      clamd.end();
    }
    assert.equal(await scanWithClamd({ host: '127.0.0.1', port: 1 })([Buffer.from('x')]), 'unknown');
    assert.equal(await scanWithClamd({ socketPath: '/tidak/ada' })([Buffer.from('x')]), 'unknown');
  });

  test(
    'a real clamd finds the file that its signature describes, and no other',
    { skip: hasClamd ? false : 'clamd is not installed' },
    async () => {
      const infected = pdfOf(70_000);
      const clamd = await startClamd(infected);
      const scan = scanWithClamd(clamd.address);
      assert.equal(await scan([infected]), 'infected');
      assert.equal(await scan([pdfOf(70_000)]), 'clean');
      assert.equal(await scan([pdfOf(1_500_000)]), 'unknown', 'longer than this clamd takes');
      await clamd.end();
      assert.equal(await scan([infected]), 'unknown');
    },
  );
});

let verdict: ScanVerdict = 'clean';

onBothDatabases(
  'a gateway with a scanner',
  (opened) => {
    const reportWith = async (id: string) => {
      const { body: receipt } = await opened().call('POST', '/v1/reports', {
        body: sampleReport({ attachments: [id] }),
      });
      return async () =>
        (await opened().call('GET', `/v1/reports/${receipt.trackingId}`, { key: receipt.token })).body.own
          .attachments[0];
    };

    test('refuses an infected file by name, and forgets its bytes', async () => {
      verdict = 'infected';
      const answer = await send(opened().gateway, pdfOf(1000), { name: 'tagihan.pdf' });
      assert.deepEqual([answer.status, answer.body.code], [422, 'attachmentRefused']);
      assert.match(answer.body.detail, /“tagihan\.pdf”.*program berbahaya/);
      assert.equal((await askUploads(opened().gateway, 'HEAD', `/v1/uploads/${answer.id}`)).status, 410);
      const sent = await opened().call('POST', '/v1/reports', { body: sampleReport({ attachments: [answer.id] }) });
      assert.equal(sent.body.code, 'attachmentRefused');
    });

    test('takes a file while the scanner is away, but hands it to nobody until it has been scanned', async () => {
      verdict = 'unknown';
      const { engine } = opened().gateway;
      const { status, id } = await send(opened().gateway, pdfOf(1000));
      assert.equal(status, 204);
      const attachment = await reportWith(id);
      assert.deepEqual([(await attachment()).scan, (await attachment()).url], ['pending', undefined]);
      await scanWaitingUploads(engine);
      assert.equal((await attachment()).scan, 'pending');

      verdict = 'clean';
      assert.ok((await scanWaitingUploads(engine)) >= 1);
      const { scan, url } = await attachment();
      assert.equal(scan, 'clean');
      assert.equal((await opened().gateway.fetch(new Request(url))).status, 200);
    });

    test('takes a file away that is found infected only after it was attached, and its old link with it', async () => {
      verdict = 'clean';
      const { engine } = opened().gateway;
      const { id } = await send(opened().gateway, pdfOf(1000), { key: testKeys.site });
      const attachment = await reportWith(id);
      const { url } = await attachment();
      await engine.database.query(`update upload set state = 'checking' where id = $1`, [id]);
      verdict = 'infected';
      assert.equal(await scanWaitingUploads(engine), 1);
      assert.deepEqual([(await attachment()).scan, (await attachment()).url], ['refused', undefined]);
      assert.equal((await opened().gateway.fetch(new Request(url))).status, 410);
    });
  },
  { scan: async () => verdict },
);
