import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Language } from '@lapor/schemas';
import { type Endpoint, endpoints } from '@lapor/schemas/contract';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { createLog } from '../journal/log.ts';
import { channelInto, type MailSink, startMailSink } from '../mail/mail-sink.test.support.ts';
import { sampleReport, type TestAnswer, testKeys } from '../test-gateway.test.support.ts';
import { type Receiver, startReceiver } from '../webhooks/receiver.test.support.ts';
import { ask } from './ask.test.support.ts';
import { rawCallOf, type SampleCall } from './sample-call.test.support.ts';
import { sampleCalls } from './sample-calls.test.support.ts';
import {
  type Actor,
  actorsAmong,
  foundIn,
  isAddress,
  mayAppear,
  officerMaySee,
  type PlantedReport,
  plantSecrets,
  type Secret,
  sharedWords,
} from './secrets.test.support.ts';
import { buildWorld, succeed, wiredOperations } from './world.test.support.ts';

const logged: string[] = [];
const told: string[] = [];

let mails: MailSink;
before(async () => void (mails = await startMailSink()));
after(() => mails.end());

/** An officer who may add receivers of webhooks. */
const isAdmin = ({ key }: Actor): boolean =>
  key === testKeys.admin || key === testKeys.padangAdmin || key === testKeys.national;

onBothDatabases(
  'what is private',
  (opened) => {
    let reports: PlantedReport[];
    let secrets: Secret[];
    let samples: SampleCall[];
    let receiver: Receiver;
    /** Every institution that has an admin listens, each under a path of its own. */
    const listen = async (): Promise<void> => {
      receiver = await startReceiver();
      for (const { institution, key } of actorsAmong([]).filter(isAdmin))
        await succeed(opened(), { operationId: 'createWebhook', key, body: { url: `${receiver.url}/${institution}` } });
    };
    after(() => receiver.end());
    before(async () => {
      await listen();
      ({ reports, secrets } = await plantSecrets(opened()));
      const world = await buildWorld(opened());
      const wired = await wiredOperations(opened(), sampleCalls(world));
      samples = sampleCalls(world).filter(({ operationId }) => wired.includes(operationId));
    });

    const leaks = new Set<string>();
    let scanned = 0;
    let granted = 0;

    const scan = (answer: TestAnswer, sample: SampleCall, actor: Actor): void => {
      scanned += 1;
      const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      for (const secret of foundIn(`${JSON.stringify([...answer.headers])} ${body}`, secrets)) {
        if (mayAppear(secret, actor, sample.operationId)) granted += 1;
        else
          leaks.add(`${sample.operationId} tells ${actor.name} of ${secret.about.name}: ${secret.kind} ${secret.text}`);
      }
    };

    const languages: readonly Language[] = ['id', 'en'];
    const callAs = async (actor: Actor, sample: SampleCall): Promise<TestAnswer> => {
      const { headers, ...raw } = rawCallOf({ ...sample, key: actor.key });
      const language = languages[scanned % 2]!;
      const answer = await ask(opened().gateway, { ...raw, headers: { ...headers, 'accept-language': language } });
      scan(answer, sample, actor);
      return answer;
    };

    /** A sample about each planted report, where it is about a report at all. */
    const aboutEach = (sample: SampleCall): SampleCall[] => {
      if (sample.parameters?.['trackingId'] === undefined) return [sample];
      return reports.map(({ trackingId }) => ({ ...sample, parameters: { ...sample.parameters, trackingId } }));
    };

    const isSafe = ({ operationId }: SampleCall): boolean => (endpoints[operationId] as Endpoint).repetition === 'safe';

    /** An operation that looks at no key answers everybody alike; one that is about no report, every reporter. */
    const askersOf = ({ operationId, parameters }: SampleCall): Actor[] => {
      if ((endpoints[operationId] as Endpoint).callers.includes('anyone')) return actorsAmong([]).slice(0, 2);
      return actorsAmong(parameters?.['trackingId'] === undefined ? reports.slice(0, 1) : reports);
    };

    const askEverything = async (chosen: readonly SampleCall[]): Promise<void> => {
      for (const sample of chosen)
        for (const actor of askersOf(sample)) for (const call of aboutEach(sample)) await callAs(actor, call);
    };

    test('is in no answer of any endpoint but where the contract grants it, whoever asks', async () => {
      await askEverything(samples.filter(isSafe));
      assert.ok(granted > 100, 'the scan finds what is there');
      await askEverything(samples.filter((sample) => !isSafe(sample)));
      // Much has been done to them meanwhile.
      await askEverything(samples.filter(({ parameters }) => parameters?.['trackingId'] !== undefined).filter(isSafe));
      assert.deepEqual([...leaks], []);
      assert.ok(scanned > 1_500, `${scanned} answers`);
    });

    test('cannot be searched for: a list that finds it would confirm it', async () => {
      const searchable = samples.filter(
        ({ operationId }) => 'q' in ((endpoints[operationId] as Endpoint).query?.shape ?? {}),
      );
      assert.ok(searchable.length >= 3);
      const confirmed: string[] = [];
      for (const sample of searchable) {
        for (const actor of actorsAmong([])) {
          for (const secret of secrets.filter((each) => !mayAppear(each, actor, sample.operationId))) {
            const { body } = await ask(
              opened().gateway,
              rawCallOf({ ...sample, key: actor.key, query: { ...sample.query, q: secret.text.slice(0, 100) } }),
            );
            if (JSON.stringify(body.items ?? []).includes(secret.about.trackingId))
              confirmed.push(`${sample.operationId} for ${actor.name}: ${secret.kind} ${secret.text}`);
          }
        }
      }
      assert.deepEqual(confirmed, []);
    });

    test('is not offered to somebody who writes the same', async () => {
      const file = async (confidential: boolean): Promise<string> => {
        const body = sampleReport({ title: sharedWords, content: `${sharedWords}.`, confidential });
        const answer = await ask(
          opened().gateway,
          rawCallOf({ operationId: 'submitReport', key: testKeys.site, body }),
        );
        return answer.body.trackingId;
      };
      const [open, confidential] = [await file(false), await file(true)];
      const draft = { title: sharedWords, content: `${sharedWords}.`, incident: { place: { regionCode: '13.71' } } };
      const { body } = await ask(
        opened().gateway,
        rawCallOf({ operationId: 'suggest', key: testKeys.site, body: draft }),
      );
      const offered = JSON.stringify(body);
      assert.ok(offered.includes(open), 'a public one is offered');
      assert.ok(!offered.includes(confidential));
      assert.deepEqual(foundIn(offered, secrets), []);
    });

    test('is in no event that subscribers are told, in no dead letter, no job, no chain and no figure', async () => {
      const { gateway } = opened();
      await gateway.clockWork.runDue(gateway.engine.clock.now());
      await gateway.clockWork.runDue(gateway.engine.clock.now());
      assert.ok(told.length > 50);
      const letters = await gateway.clockWork.deadLetters();
      assert.ok(letters.length > 5);
      const beyond = secrets.filter(({ kind }) => kind !== 'number');
      assert.deepEqual(foundIn(told.join(' '), beyond), []);
      assert.deepEqual(foundIn(JSON.stringify(letters), beyond), []);
      for (const table of [
        'pgboss.job',
        'outbox',
        'report_event',
        'report_figure',
        'gateway_setting',
        'access_key',
        'webhook_endpoint',
        'webhook_delivery',
      ]) {
        const rows = await gateway.engine.database.query<{ row: string }>(
          `select to_jsonb(row)::text as row from ${table} as row`,
          [],
        );
        assert.deepEqual(foundIn(rows.map(({ row }) => row).join(' '), beyond), [], table);
      }
    });

    test('is in nothing that receivers of webhooks are told, and a confidential report is told of only where it is', async () => {
      const { received } = receiver;
      assert.ok(received.length > 100, `${received.length} deliveries`);
      const leaked: string[] = [];
      const numbers = new Set<string>();
      for (const { path, headers, body } of received) {
        const institution = path.split('/').at(-1)!;
        for (const secret of foundIn(`${path} ${JSON.stringify(headers)} ${body}`, secrets)) {
          if (secret.kind === 'number' && officerMaySee(institution, secret))
            numbers.add(`${institution} ${secret.text}`);
          else leaked.push(`${institution}: ${secret.kind} ${secret.text}`);
        }
      }
      assert.deepEqual(leaked, []);
      assert.ok(numbers.size > 3, 'those who have a confidential report hear of it');
      assert.deepEqual(
        new Set(received.map(({ path }) => path.split('/').at(-1))),
        new Set(['nasional', 'sumbar', 'padang']),
      );
    });

    test('is in no mail that reporters get, but that it is to them and about their report', async () => {
      const { arrived } = mails;
      const named = reports.filter(({ anonymous }) => !anonymous);
      const getters = new Set<string>();
      const leaked: string[] = [];
      for (const { raw, mail, to } of arrived.splice(0)) {
        for (const secret of foundIn(`${raw} ${mail.text} ${mail.html}`, secrets)) {
          const isOwn =
            secret.kind === 'number' || (secret.kind === 'identity' && to.length === 1 && isAddress(secret, to[0]!));
          if (isOwn && raw.includes(secret.about.trackingId)) getters.add(secret.about.name);
          else leaked.push(`${to.join()}: ${secret.kind} ${secret.text}`);
        }
      }
      assert.deepEqual(leaked, []);
      assert.deepEqual(getters, new Set(named.map(({ name }) => name)));
      const rows = await opened().gateway.engine.database.query<{ row: string }>(
        `select to_jsonb(row)::text as row from notification as row`,
        [],
      );
      assert.ok(rows.length >= named.length);
      assert.deepEqual(
        foundIn(
          rows.map(({ row }) => row).join(' '),
          secrets.filter(({ kind }) => kind !== 'number'),
        ),
        [],
      );
    });

    test('is in no line of the log at its most talkative, nor is who called, with what key, for what', async () => {
      const { database } = opened().gateway.engine;
      // What goes wrong is told at length: that is when secrets slip.
      await database.query('alter table report_identity rename to report_identity_elsewhere');
      try {
        const body = sampleReport({ title: 'Gagal zqgagalx', reporter: { name: 'zqgagalx', phone: '+628127749999' } });
        const call = rawCallOf({ operationId: 'submitReport', key: testKeys.site, body });
        assert.equal((await ask(opened().gateway, call)).status, 500);
      } finally {
        await database.query('alter table report_identity_elsewhere rename to report_identity');
      }
      const text = logged.join('\n');
      assert.ok(logged.length > 1_500 && text.includes('"level":"error"'));
      assert.deepEqual(foundIn(text, secrets), []);
      for (const secret of [
        ...Object.values(testKeys),
        'zqgagalx',
        '8127749999',
        'attempt-',
        '127.0.0.1',
        'q=jembatan',
      ])
        assert.ok(!text.includes(secret), secret);
      const numbers = reports.map((about): Secret => ({ kind: 'number', text: about.trackingId, about }));
      assert.deepEqual(foundIn(text, numbers), []);
    });
  },
  {
    newsChannels: [channelInto(() => mails)],
    notifications: { gatherSeconds: 0, quietHours: { from: 0, until: 0 }, dailyPerAddress: 1_000 },
    webhooks: { http: true, networks: ['127.0.0.0/8'], pauses: [] },
    log: createLog('debug', { write: (line) => void logged.push(line) }),
    subscribers: [
      { name: 'pendengar', handle: async (event) => void told.push(JSON.stringify(event)) },
      {
        name: 'penolak',
        retries: { limit: 0, firstDelay: 0 },
        async handle() {
          throw new Error('tidak dapat diterima');
        },
      },
    ],
  },
);
