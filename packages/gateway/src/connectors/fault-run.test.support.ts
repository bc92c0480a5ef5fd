import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { photoWithPlace } from '../attachments/attachments.test.support.ts';
import { openTestGateway, testKeys } from '../test-gateway.test.support.ts';
import type { DatabaseLocation } from '../database/connect.ts';
import { listen } from '../operation/listen.ts';
import type { TestGateway } from '../both-databases.test.support.ts';
import { deskCalls } from '../desk/desk-calls.test.support.ts';
import type { ForwardingRules } from './forwarding-options.ts';
import { listWaitingTasks } from './set-aside.ts';
import { createSp4nConnector } from './sp4n/sp4n-connector.ts';
import { sampleSettings } from './sp4n/canned-upstream.test.support.ts';
import { chanceFrom } from '../sandbox/chance.ts';
import { type Fault, faults, type Stage, startFaultyLine } from './faulty-line.test.support.ts';
import type { FaultRun, Spoiling } from './spoiling.test.support.ts';
import { spoilBySandbox } from './spoil-by-sandbox.test.support.ts';

const now = '2026-03-10T02:00:00Z';

/** A nation: a second real gateway, reached through its V3 door over HTTP. */
export const openNation = async (location: DatabaseLocation, options: { readonly sandbox?: boolean } = {}) => {
  const opened = await openTestGateway(location, options);
  const listening = await listen({
    port: 0,
    host: '127.0.0.1',
    trustedProxies: 0,
    answer: (request, address) => opened.gateway.fetch(request, { address }),
  });
  let closing: Promise<void> | undefined;
  return {
    ...opened,
    url: listening.url,
    /** Once, however often. */
    close: () => (closing ??= listening.stop().then(() => opened.gateway.close())),
  };
};

/** How the region of tests speaks to that nation. */
export const settingsFor = async (line: string, nation: string) => {
  const headers = { authorization: `Bearer ${testKeys.national}`, token: testKeys.admin };
  const first = async (list: string): Promise<number> => {
    const answer = await fetch(`${nation}/lapor/3.0.0/masters/${list}?page_size=1`, { headers });
    return ((await answer.json()) as { results: { data: { id: number }[] } }).results.data[0]!.id;
  };
  return sampleSettings({
    ...headers,
    baseUrl: `${line}/lapor/3.0.0`,
    classifications: { complaint: 1, informationRequest: 2, aspiration: 3 },
    categories: {},
    otherCategoryId: await first('categories'),
    locations: {},
    otherLocationId: await first('locations'),
    institutions: {},
    ownInstitutionId: undefined,
    userId: undefined,
    templates: { reply: 'reporter-reply', rating: 'reporter-rating' },
    concurrency: 8,
  });
};

/** What came of a run. */
export interface FaultTally {
  readonly sent: number;
  readonly arrived: number;
  /** By a network that delivers a call twice; and those of them of which no operator is told. */
  readonly doubled: number;
  readonly unnoticed: number;
  readonly dead: number;
  readonly lost: number;
  readonly repliesSent: number;
  readonly repliesArrived: number;
  readonly repliesDoubled: number;
  readonly repliesUnnoticed: number;
  readonly repliesDead: number;
  /** How often what befell which stage. */
  readonly seen: ReadonlyMap<string, number>;
  /** What operators see of what was put aside. */
  readonly reasons: readonly string[];
}

/** Each stage meets each fault in turn, in an order that follows from the seed, before chance alone decides. */
const spoiler = (seed: number, share: number): ((stage: Stage) => Fault | undefined) => {
  const random = chanceFrom(seed);
  const left = new Map<Stage, Fault[]>();
  return (stage) => {
    if (random() >= share) return undefined;
    const open = left.get(stage)?.length ? left.get(stage)! : [...faults];
    const [fault] = open.splice(Math.floor(random() * open.length), 1);
    left.set(stage, open);
    return fault;
  };
};

/** A finished upload of the site's, without the way there. */
export const keepPhoto = async ({ gateway: { engine } }: TestGateway, photo: Uint8Array): Promise<string> => {
  const id = `upl_${crypto.randomUUID().replaceAll('-', '')}`;
  const storeKey = `${id.slice(-2)}/${id}/file-1`;
  await engine.attachments.put(storeKey, photo);
  await engine.database.query(
    `insert into upload (id, key_id, name, media_type, length, received, bytes, state, store_key, created_at, expires_at)
     values ($1, $2, 'tiang.jpg', 'image/jpeg', $3, $3, $3, 'ready', $4, '2026-03-10T01:00:00Z', '2026-03-11T01:00:00Z')`,
    [id, `key:${testKeys.site.slice(3)}`, photo.length, storeKey],
  );
  return id;
};

const spoilByLine = async (
  nation: { readonly url: string },
  { patience, seed, spoilt }: FaultRun,
): Promise<Spoiling> => {
  const { url, seen, calm, close } = await startFaultyLine(nation.url, patience, spoiler(seed, spoilt));
  return { url, seen: async () => seen, calm: async () => calm(), close };
};

const fileAll = async (region: TestGateway, count: number) => {
  const desk = deskCalls(() => region);
  const photo = new Uint8Array(await photoWithPlace(40, 30));
  const filed: { trackingId: string; reply: string }[] = [];
  for (let index = 0; index < count; index += 1) {
    const attachments = index % 2 === 0 ? [await keepPhoto(region, photo)] : [];
    const title = `Lampu jalan padam, tiang ${index + 1}`;
    const { trackingId, token } = await desk.submit({ title, attachments });
    const reply = `Tiang ${index + 1} masih gelap.`;
    const body = { message: reply };
    await region.call('POST', `/v1/reports/${trackingId}/replies`, { key: token, body });
    filed.push({ trackingId, reply });
  }
  return filed;
};

const countWaiting = async ({ gateway: { engine } }: TestGateway): Promise<number> => {
  const [row] = await engine.database.query<{ count: number }>(
    // What is said of a report that was put aside waits with it.
    `select (select count(*) from forwarding_task as task where state = 'queued' and not exists (
        select from forwarding_task as report
        where report.report_id = task.report_id and report.kind = 'report' and report.state = 'failed'
      ))::integer + (select count(*) from outbox)::integer as count`,
    [],
  );
  return row?.count ?? 0;
};

const countBy = async ({ gateway: { engine } }: TestGateway, statement: string): Promise<Map<string, number>> =>
  new Map(
    (await engine.database.query<{ name: string; count: number }>(statement, [])).map(({ name, count }) => [
      name,
      count,
    ]),
  );

const tally = async (
  region: TestGateway,
  nation: TestGateway,
  filed: readonly { trackingId: string; reply: string }[],
  seen: ReadonlyMap<string, number>,
): Promise<FaultTally> => {
  const titles = await countBy(nation, 'select title as name, count(*)::integer as count from report group by title');
  const replies = await countBy(
    nation,
    'select text as name, count(*)::integer as count from report_text group by text',
  );
  const aside = await listWaitingTasks(region.gateway.engine, false);
  const deadReports = new Set(aside.filter(({ kind }) => kind === 'report').map(({ trackingId }) => trackingId));
  const deadReplies = new Set(aside.filter(({ kind }) => kind === 'reply').map(({ trackingId }) => trackingId));
  const told = (numbers: RegExp) =>
    new Set(
      aside.filter(({ kind, reason }) => kind === 'check' && numbers.test(reason)).map(({ trackingId }) => trackingId),
    );
  const [toldReports, toldReplies] = [told(/^the report stands there 2 times/), told(/^the reply stands there twice/)];
  const titleOf = (index: number): string => `Lampu jalan padam, tiang ${index + 1}`;
  const isLost = ({ trackingId }: { trackingId: string }, index: number): boolean =>
    !titles.has(titleOf(index)) && !deadReports.has(trackingId);
  const doubled = filed.filter((_, index) => (titles.get(titleOf(index)) ?? 0) > 1);
  const repliesDoubled = filed.filter(({ reply }) => (replies.get(reply) ?? 0) > 1);
  return {
    sent: filed.length,
    arrived: filed.filter((_, index) => titles.has(titleOf(index))).length,
    doubled: doubled.length,
    unnoticed: doubled.filter(({ trackingId }) => !toldReports.has(trackingId)).length,
    dead: deadReports.size,
    lost: filed.filter(isLost).length,
    repliesSent: filed.length,
    repliesArrived: filed.filter(({ reply }) => replies.has(reply)).length,
    repliesDoubled: repliesDoubled.length,
    repliesUnnoticed: repliesDoubled.filter(({ trackingId }) => !toldReplies.has(trackingId)).length,
    repliesDead: deadReplies.size,
    seen,
    reasons: aside.map(({ trackingId, kind, reason }) => `${trackingId} ${kind}: ${reason}`),
  };
};

/** Sends reports and replies from a region to a nation over a line that spoils calls, until nothing is left to be sent. */
export const runFaults = async (run: FaultRun): Promise<FaultTally> => {
  const isSandbox = run.by === 'sandbox';
  const nation = await openNation(run.nation, { sandbox: isSandbox });
  const rules: Partial<ForwardingRules> = {
    patience: run.patience,
    // A server that is slow for being busy, or begins late, has done by then what was asked of it.
    settling: isSandbox ? 2 * run.patience : run.patience,
    pauses: [0, 0, 0, 0, 0, 0, 0, 0],
    circuitFailures: 50,
    circuitPauses: [0.1, 0.5],
    pollPauses: [5, 60],
  };
  const replicas: TestGateway[] = [];
  const directory = await mkdtemp(join(tmpdir(), 'lapor-faults-'));
  let spoiling: Spoiling | undefined;
  try {
    const settings = await settingsFor(nation.url, nation.url);
    spoiling = await (isSandbox ? spoilBySandbox : spoilByLine)(nation, run);
    const { url } = spoiling;
    for (const location of run.regions) {
      const forwarding = {
        connectors: [createSp4nConnector({ ...settings, baseUrl: `${url}/lapor/3.0.0` })],
        institutions: { sumbar: 'sp4n' },
        rules,
      };
      replicas.push(await openTestGateway(location, { forwarding, attachments: { directory } }));
    }
    const [region] = replicas as [TestGateway];
    const filed = await fileAll(region, run.reports);
    do await Promise.all(replicas.map(({ gateway }) => gateway.clockWork.runDue(now)));
    while ((await countWaiting(region)) > 0 && (await wait(200, true)));
    await spoiling.calm();
    // What stands there twice is heard with the follow-ups: a report is asked for, then they are.
    for (let turn = 0; turn < 4; turn += 1) {
      await region.gateway.engine.database.query('update forwarding set next_poll_at = now()', []);
      await region.gateway.clockWork.runDue(now);
    }
    return await tally(region, nation, filed, await spoiling.seen());
  } finally {
    for (const { gateway } of replicas) await gateway.close();
    await spoiling?.close();
    await nation.close();
    await rm(directory, { recursive: true, force: true });
  }
};
