import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrokenServer } from '../conformance/broken-server.test.support.ts';
import { openTestGateway, testKeys } from '../test-gateway.test.support.ts';
import { type Ended, runGateway, temporaryFolder } from './run-gateway.test.support.ts';

let opened: Awaited<ReturnType<typeof openTestGateway>>;
let server: Awaited<ReturnType<typeof startBrokenServer>>;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
before(async () => {
  [opened, folder] = await Promise.all([openTestGateway(), temporaryFolder()]);
  server = await startBrokenServer(opened.gateway);
});
after(async () => {
  await server.end();
  await Promise.all([opened.gateway.close(), folder.remove()]);
});

const run = (args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> =>
  runGateway(['conformance', ...args], { folder: folder.path, environment });

const secrets = {
  LAPOR_CONFORMANCE_KEY: testKeys.site,
  LAPOR_CONFORMANCE_V3_AUTHORIZATION: `Bearer ${testKeys.national}`,
  LAPOR_CONFORMANCE_V3_TOKEN: testKeys.admin,
};

test('a gateway that keeps the rules ends it with 0, with the secrets from the environment and none of them shown', async () => {
  const { code, stdout, stderr } = await run([`${server.url}/`, '--file-reports', '--only', 'v1,v3'], secrets);
  assert.deepEqual([code, stderr], [0, ''], stdout);
  assert.match(stdout, /^ {2}kept {6}v1\.report\.replay: /m);
  assert.match(stdout, /^\d+ kept, 0 broken, 0 unseen, \d+ left out\.$/m);
  for (const secret of Object.values(secrets)) assert.ok(!stdout.includes(secret));
});

test('one that does not ends it with 1, in words for people or as JSON for programs', async () => {
  server.break(({ headers }) => headers.delete('www-authenticate'));
  const [told, written] = await Promise.all([
    run([server.url, '--only', 'v1.key']),
    run([server.url, '--only', 'v1.key', '--json']),
  ]);
  server.mend();
  assert.deepEqual([told.code, written.code], [1, 1]);
  assert.match(told.stdout, /BROKEN {4}v1\.key\.missing[\s\S]*expected a `WWW-Authenticate` header/);
  const { url, results } = JSON.parse(written.stdout);
  assert.equal(url, server.url);
  assert.deepEqual(
    results.filter(({ outcome }: { outcome: string }) => outcome === 'broken').map(({ id }: { id: string }) => id),
    ['v1.key.missing'],
  );
});

test('what makes no sense ends it with 2, and says what would', async () => {
  for (const [args, sentence] of [
    [[], /`URL` is missing/],
    [['lapor.example'], /`lapor\.example` is no address/],
    [[server.url, '--v3-token', 'x'], /belong together/],
    [[server.url, '--only', 'v9'], /`v9`, with which no check begins/],
    [[server.url, '--patience', 'long'], /`--patience` is `long`/],
  ] as const) {
    const { code, stderr } = await run(args);
    assert.equal(code, 2, stderr);
    assert.match(stderr, sentence);
  }
});
