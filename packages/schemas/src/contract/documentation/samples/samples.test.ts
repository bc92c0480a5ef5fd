import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deadlinesOf } from '../../../clock/deadlines.ts';
import { foldEvents } from '../../../lifecycle/fold.ts';
import { LifecycleEvent } from '../../../lifecycle/event.ts';
import { classifications } from '../../../messages/id/classifications.ts';
import { criteria } from '../../../messages/id/criteria.ts';
import { events } from '../../../messages/id/events.ts';
import { statuses } from '../../../messages/id/statuses.ts';
import { gaps, personalData } from '../../../messages/id/text-checks.ts';
import { findPersonalData } from '../../../text-checks/personal-data.ts';
import { documentation } from '../documentation.ts';
import { siteDocumentation } from '../site.ts';
import { statisticsDocumentation } from '../statistics.ts';
import { webhookExamples } from '../webhook-examples.ts';
import { deadlinesAfterAnswer, deadlinesOnReception } from './deadlines.ts';
import { cityGovernment, transportOffice, worksOffice } from './institutions.ts';
import { answered, publishedReport } from './report.ts';
import { timeline } from './timeline.ts';

const officer = (institutionId: string) => ({ kind: 'officer', institutionId, role: 'institutionAdmin' });

/** What the lifecycle needs to know of each event besides what the timeline shows. */
const facts: Readonly<Record<string, object>> = {
  received: {
    classification: 'complaint',
    channel: 'website',
    ownerId: cityGovernment.id,
    coordinatorId: cityGovernment.id,
    anonymous: true,
    confidential: false,
  },
  verified: { supervision: 'nonSupervisory' },
};

const log = timeline.map(({ sequence, type, at, actor, from, to }) =>
  LifecycleEvent.parse({
    sequence,
    type,
    at,
    by: actor.institution ? officer(actor.institution.id) : { kind: 'reporter' },
    ...facts[type],
    ...(from && to && { from: from.id, to: to.id }),
  }),
);

const stateAfter = (sequence: number) => foldEvents(log.filter((event) => event.sequence <= sequence));

test('the statuses of the sample timeline are those that the lifecycle gives', () => {
  assert.deepEqual(
    timeline.map(({ status }) => status.code),
    log.map(({ sequence }) => stateAfter(sequence).status),
  );
});

test('the hops of the sample report are those that the lifecycle gives', () => {
  const hops = publishedReport.hops.map(({ from, to, at, how }) => ({ from: from?.id, to: to.id, at, how }));
  assert.deepEqual(
    hops,
    stateAfter(6).hops.map(({ from, to, at, how }) => ({ from, to, at, how })),
  );
});

test('the deadlines of the samples are those that the clock gives', () => {
  const zone = { timeZone: 'Asia/Jakarta' } as const;
  assert.deepEqual(deadlinesOnReception, deadlinesOf(stateAfter(0).spans, { ...zone, now: '2026-11-16T02:10:24Z' }));
  assert.deepEqual(deadlinesAfterAnswer, deadlinesOf(stateAfter(6).spans, { ...zone, now: '2026-11-20T01:00:00Z' }));
});

test('the sample timeline speaks as the gateway does', () => {
  const [city, works, transport] = [cityGovernment.name, worksOffice.name, transportOffice.name];
  assert.deepEqual(
    timeline.map(({ summary }) => summary),
    [
      events.received({ to: city }),
      events.verified(),
      events.disposed({ from: city, to: works }),
      events.returned({ from: works, to: city }),
      events.disposed({ from: city, to: transport }),
      events.followUpStarted({ by: transport }),
      events.responded({ by: transport }),
    ],
  );
});

test('every status in an example has the label that the gateway gives it', () => {
  const seen: { code: string; label: string }[] = [answered];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('code' in value && 'label' in value) seen.push(value as { code: string; label: string });
    for (const inner of Object.values(value)) collect(inner);
  };
  collect([documentation, webhookExamples]);
  assert.ok(seen.length > 20);
  for (const { code, label } of seen) assert.equal(label, statuses[code as keyof typeof statuses].label, code);
});

test('the sample figures name classifications and statuses as the gateway does', () => {
  const { 200: figures } = statisticsDocumentation.getStatistics.answerExamples;
  for (const { key, label } of figures.byClassification)
    assert.equal(label, classifications[key as keyof typeof classifications].label);
  for (const { key, label } of figures.byStatus) assert.equal(label, statuses[key as keyof typeof statuses].label);
  for (const { key, label, definition } of figures.criteria)
    assert.deepEqual({ label, definition }, criteria[key as keyof typeof criteria]);
});

test('the sample draft is answered as the text checks answer it', () => {
  const { suggest } = siteDocumentation;
  const { content = '' } = suggest.requestExamples['draft']?.value ?? {};
  const { 200: suggestions } = suggest.answerExamples;
  const expected = findPersonalData(content).map(({ kind, start, end }) => ({
    field: 'content',
    kind,
    start,
    end,
    message: personalData[kind],
  }));
  assert.deepEqual(suggestions.personalData, expected);
  assert.equal(suggestions.missing[0]?.message, gaps.evidence.noEvidence);
});
