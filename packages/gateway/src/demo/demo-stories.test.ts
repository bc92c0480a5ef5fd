import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWorkingDay } from '@lapor/schemas/clock';
import { foldEvents, LifecycleEvent, violationsOf } from '@lapor/schemas/lifecycle';
import { timeZoneOf } from '@lapor/schemas/regions';
import type { DemoReport } from './demo-report.ts';
import { type ToldReport, tellDemoStories } from './demo-stories.ts';
import { demoGovernments } from './governments/all.ts';
import { storyEvents } from './story-events.ts';
import { answer, deadlinePasses, ombudsmanOffered, verify } from './story-step.ts';

const now = '2026-11-22T03:00:00Z';
const count = demoGovernments.reduce((sum, { reports }) => sum + reports.length, 0);
const trackingIds = Array.from({ length: count }, (_, index) => String(1_000_001 + index));
const told = tellDemoStories(now, trackingIds);

const byKey = (key: string): ToldReport => {
  const found = told.find(({ report }) => report.key === key);
  assert.ok(found, key);
  return found;
};

const types = ({ story }: ToldReport) => story.events.map(({ type }) => type);

test('every story is a history without a violation, made of events that the contract knows', () => {
  for (const { report, story } of told) {
    assert.deepEqual(violationsOf(story.events), [], report.key);
    assert.deepEqual(foldEvents(story.events), story.state);
    for (const event of story.events) assert.deepEqual(LifecycleEvent.parse(event), event);
  }
});

test('each text belongs to one event, and each event that names a text has it', () => {
  for (const { report, story } of told) {
    const named = story.events.flatMap(({ textId }) => textId ?? []);
    assert.deepEqual(
      named,
      story.texts.map(({ id }) => id),
      report.key,
    );
  }
});

test('officers act in the working hours of their region', () => {
  for (const { report, story } of told) {
    const timeZone = timeZoneOf(report.regionCode)!;
    for (const { by, at, type } of story.events) {
      if (by.kind !== 'officer') continue;
      const wall = new Date(
        Date.parse(at) + { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 }[timeZone] * 3_600_000,
      ).toISOString();
      assert.ok(isWorkingDay(wall.slice(0, 10)), `${report.key}: ${type} on ${wall}`);
      assert.ok(wall.slice(11, 16) >= '08:00' && wall.slice(11, 16) < '17:00', `${report.key}: ${type} at ${wall}`);
    }
  }
});

test('numbers rise with reception', () => {
  const received = told.map(({ story }) => Date.parse(story.state.receivedAt));
  assert.deepEqual(
    received,
    received.toSorted((one, other) => one - other),
  );
  assert.deepEqual(
    told.map(({ trackingId }) => trackingId),
    trackingIds,
  );
});

test('on whatever day it is loaded, no story reaches into the future and the numbers are the same', () => {
  const keys = told.map(({ report }) => report.key);
  // Around the long holidays, at the edges of the day in three zones, and in years without a calendar.
  for (const day of ['2026-03-17', '2026-03-25', '2026-03-30', '2026-12-31', '2027-01-04', '2028-02-29']) {
    for (const time of ['00:00:00', '15:30:00', '17:00:00', '23:59:59']) {
      const later = tellDemoStories(`${day}T${time}Z`, trackingIds);
      assert.deepEqual(
        later.map(({ report }) => report.key),
        keys,
      );
    }
  }
});

test('the figures of Sumenep are over and done, in time and too late, well and less well rated', () => {
  const own = told.filter(({ report }) => report.government === 'sumenep');
  assert.ok(own.every(({ story }) => story.state.closed !== undefined));
  assert.ok(own.some((each) => types(each).includes('escalated')));
  assert.ok(own.some(({ story }) => story.state.closed?.how === 'automatic'));
  assert.deepEqual(new Set(own.flatMap(({ story }) => story.state.rating ?? [])), new Set([3, 4, 5]));
});

test('the other governments have work in every stage', () => {
  for (const { name } of demoGovernments.filter((government) => government.name !== 'sumenep')) {
    const statuses = new Set(
      told.filter(({ report }) => report.government === name).map(({ story }) => story.state.status),
    );
    for (const status of [
      'unverified',
      'verified',
      'disposed',
      'inProgress',
      'followedUp',
      'completed',
      'archived',
    ] as const)
      assert.ok(statuses.has(status), `${name} has nothing ${status}`);
  }
  const all = new Set(told.flatMap(types));
  for (const type of [
    'disputed',
    'withdrawn',
    'postponed',
    'replied',
    'supported',
    'noted',
    'ombudsmanOffered',
    'closureAnnounced',
    'reminded',
  ] as const)
    assert.ok(all.has(type), type);
});

test('no wrong door: a report for another government is one visible hop away from who does it', () => {
  const story = byKey('sulbar-wrong-door').story;
  assert.deepEqual(
    story.state.hops.map(({ how, to }) => [how, to]),
    [
      ['received', 'sulbar.dinas-perhubungan'],
      ['returned', 'mamuju'],
    ],
  );
  assert.equal(story.state.status, 'completed');
  assert.equal(story.state.rating, 5);
});

test('no wrong door: two offices say no, the coordinator decides, and nobody writes twice', () => {
  const { state } = byKey('sulbar-two-returns').story;
  assert.deepEqual(
    state.hops.map(({ to }) => to),
    ['sulbar', 'sulbar.dinas-perhubungan', 'sulbar', 'sulbar.dinas-pupr', 'sulbar', 'polewali-mandar'],
  );
  assert.equal(state.status, 'completed');
});

test('a report that was filed twice is merged, and both sides say so at the same moment', () => {
  const [kept, merged] = [byKey('sulbar-bridge'), byKey('sulbar-bridge-again')];
  assert.equal(merged.story.state.merge?.into, kept.trackingId);
  assert.deepEqual(kept.story.state.absorbed, [merged.trackingId]);
  assert.equal(
    kept.story.events.find(({ type }) => type === 'absorbed')?.at,
    merged.story.events.find(({ type }) => type === 'merged')?.at,
  );
});

test('a story that the lifecycle refuses, or that is not over yet, is refused by the name of its report', () => {
  const setting = {
    now,
    clock: { timeZone: 'Asia/Jakarta' as const },
    siteId: 'sumenep',
    coordinatorId: 'sumenep',
    trackingIdOf: () => '1',
    mergedAt: () => now,
    institutions: { pathOf: (id: string) => (id === 'sumenep' ? ['sumenep'] : undefined), nationalId: 'kemenpanrb' },
  };
  const report: DemoReport = {
    key: 'sample',
    government: 'sumenep',
    received: { workingDaysAgo: 3, time: '09:00' },
    classification: 'complaint',
    title: 'Contoh',
    content: 'Contoh laporan',
    categoryId: 'jalan',
    regionCode: '35.29',
    channel: 'website',
    anonymous: false,
    confidential: false,
    story: [],
  };
  assert.throws(
    () => storyEvents({ ...report, story: [answer(1, 'Sudah.')] }, setting),
    /`sample`: `respond` after event 0 is refused \(status\)/,
  );
  assert.throws(
    () => storyEvents({ ...report, story: [verify(5)] }, setting),
    /`sample`: its story ends on 2026-11-2\d, which is still to come/,
  );
  assert.throws(() => storyEvents({ ...report, story: [ombudsmanOffered] }, setting), /still to come/);
  assert.throws(
    () =>
      storyEvents(
        { ...report, received: { date: '2026-03-02', time: '09:00' }, story: [ombudsmanOffered, deadlinePasses] },
        setting,
      ),
    /`remind` would lie before event 1/,
  );
});
