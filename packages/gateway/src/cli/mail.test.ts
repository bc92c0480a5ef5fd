import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { type MailSink, startMailSink } from '../mail/mail-sink.test.support.ts';
import { type Served, startServing, temporaryFolder } from './run-gateway.test.support.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let sink: MailSink;
let served: Served;

before(async () => {
  folder = await temporaryFolder();
  sink = await startMailSink({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      password === 'rahasia sekali' ? done(null, { user: username }) : done(new Error('no')),
  });
  served = await startServing(['--demo', '--port', '0', '--log-level', 'debug'], {
    folder: folder.path,
    environment: {
      LAPOR_EMAIL_SERVER: `smtp://lapor:rahasia%20sekali@127.0.0.1:${sink.port}`,
      LAPOR_EMAIL_FROM: 'LAPOR! Sumatera Barat <lapor@sumbar.example>',
      LAPOR_EMAIL_TLS: 'whenOffered',
    },
  });
});
after(async () => {
  served?.signal('SIGKILL');
  await sink?.end();
  await folder.remove();
});

test('a gateway that was told of a mail server writes to whoever files a report, and never of its password', async () => {
  const response = await fetch(`${served.url}/v1/reports`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer pk_demo_sumbar',
      'idempotency-key': 'jembatan-koto-tuo-1',
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      classification: 'complaint',
      title: 'Jembatan gantung putus',
      content: 'Jembatan gantung di Jorong Koto Tuo putus sejak Senin. Anak sekolah memutar tujuh kilometer.',
      reporter: { email: 'rosnida@contoh.example', notifyBy: 'email' },
    }),
  });
  assert.equal(response.status, 201);
  const { trackingId } = (await response.json()) as { trackingId: string };
  if (sink.arrived.length === 0) await once(sink.arrivals, 'mail', { signal: AbortSignal.timeout(60_000) });
  // The demo's own reporters are invented, and nobody writes to them.
  assert.equal(sink.arrived.length, 1);
  const [{ mail, to, user }] = sink.arrived as [MailSink['arrived'][number]];
  assert.deepEqual([to, user], [['rosnida@contoh.example'], 'lapor']);
  assert.ok(mail.subject?.includes(trackingId));
  served.signal('SIGTERM');
  const { stdout, stderr } = await served.ended;
  assert.doesNotMatch(`${stdout}${stderr}`, /rahasia|rosnida|Koto Tuo/);
});
