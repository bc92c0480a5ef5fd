import type { DeadlineKind, Instant } from '@lapor/schemas';
import { calendarDateIn, deadlinesOf } from '@lapor/schemas/clock';
import {
  type EventActor,
  type EventOf,
  firstOwner,
  type LifecycleEvent,
  type ReportState,
} from '@lapor/schemas/lifecycle';
import type { DemoReport } from './demo-report.ts';
import { seeded } from './seeded.ts';
import { type StoryInstitutions, StoryLog, type StoryText } from './story-log.ts';
import type { StoryActor, StoryStep } from './story-step.ts';
import { atMinute, laterBy, minutesLater, receivedAt, type RegionalClock, workingDaysBefore } from './story-time.ts';

/** What a story depends on besides itself. */
export interface StorySetting {
  readonly now: Instant;
  readonly clock: RegionalClock;
  readonly siteId: string;
  readonly coordinatorId: string;
  readonly institutions: StoryInstitutions;
  /** The number of another report of the demo data. */
  readonly trackingIdOf: (key: string) => string;
  /** When another report of the demo data was merged. */
  readonly mergedAt: (key: string) => Instant;
}

/** A report's history: its events, what they amount to, and what was written. */
export interface Story {
  readonly events: readonly LifecycleEvent[];
  readonly state: ReportState;
  readonly texts: readonly StoryText[];
}

const receivedEvent = (
  report: DemoReport,
  { now, clock, siteId, coordinatorId, institutions }: StorySetting,
): EventOf<'received'> => ({
  type: 'received',
  sequence: 0,
  at: receivedAt(report.received, now, clock),
  by: { kind: 'reporter' },
  classification: report.classification,
  channel: report.channel,
  coordinatorId,
  ownerId: firstOwner(report.targetInstitutionId, coordinatorId, (id) => institutions.pathOf(id) !== undefined),
  siteId,
  anonymous: report.anonymous,
  confidential: report.confidential,
  ...(report.targetInstitutionId !== undefined && { targetInstitutionId: report.targetInstitutionId }),
});

const system: EventActor = { kind: 'system' };

const actorOf = (by: StoryActor, log: StoryLog): EventActor =>
  by === 'admin' || by === 'officer' ? log.officer(by) : { kind: by };

/** The deadline of these kinds that runs and is due first. */
const nextDeadline = (log: StoryLog, kinds: readonly DeadlineKind[], { clock }: StorySetting) => {
  const running = deadlinesOf(log.state.spans, { ...clock, now: log.state.updatedAt })
    .filter((deadline) => deadline.endedAt === undefined && kinds.includes(deadline.kind))
    .sort((one, other) => one.dueAt.localeCompare(other.dueAt));
  if (running[0] === undefined)
    throw new Error(
      `Demo report \`${log.key}\`: after event ${log.state.sequence} no deadline of ${kinds.join(' or ')} runs. Write another story.`,
    );
  return running[0];
};

/** The clock looks every few minutes, so that what is due at midnight happens shortly after. */
const soonAfter = (dueAt: Instant): Instant => minutesLater(dueAt, 5);

const tellClock = (log: StoryLog, what: Extract<StoryStep, { kind: 'clock' }>['what'], setting: StorySetting): void => {
  const { clock } = setting;
  if (what === 'ombudsman') {
    log.act(system, soonAfter(nextDeadline(log, ['legalLimit'], setting).dueAt), { type: 'offerOmbudsman' });
    return;
  }
  if (what === 'closure') {
    const { dueOn, dueAt } = nextDeadline(log, ['reporterResponse'], setting);
    log.act(system, atMinute(workingDaysBefore(dueOn, 3, clock), 7 * 60, clock), {
      type: 'announceClosure',
      closesOn: dueOn,
    });
    log.act(system, soonAfter(dueAt), { type: 'closeAutomatically' });
    return;
  }
  const { kind, dueOn, dueAt } = nextDeadline(log, ['verification', 'followUp'], setting);
  const { ownerId, coordinatorId } = log.state;
  log.act(system, atMinute(workingDaysBefore(dueOn, 1, clock), 7 * 60, clock), {
    type: 'remind',
    deadlineKind: kind,
    to: ownerId,
  });
  log.act(system, soonAfter(dueAt), { type: 'escalate', deadlineKind: kind, to: coordinatorId, level: 1 });
};

const tell = (log: StoryLog, step: StoryStep, setting: StorySetting): void => {
  const { clock, trackingIdOf, mergedAt } = setting;
  const momentAfter = (days: number, people: 'officer' | 'citizen') =>
    laterBy(log.state.updatedAt, days, people, seeded(`${log.key} ${log.state.sequence}`), clock);
  switch (step.kind) {
    case 'clock':
      tellClock(log, step.what, setting);
      break;
    case 'absorb':
      log.act(system, mergedAt(step.key), { type: 'absorb', trackingId: trackingIdOf(step.key) });
      break;
    case 'merge':
      log.act(
        log.officer('admin'),
        momentAfter(step.after, 'officer'),
        { type: 'mergeInto', trackingId: trackingIdOf(step.into), reason: step.text },
        step.text,
      );
      break;
    case 'action':
      for (let turn = 0; turn < (step.times ?? 1); turn += 1) {
        const people = step.by === 'admin' || step.by === 'officer' ? 'officer' : 'citizen';
        log.act(actorOf(step.by, log), momentAfter(turn === 0 ? step.after : 0, people), step.action, step.text);
      }
  }
};

/**
 * Plays a report's story through the lifecycle's own decisions, on the working days of its region.
 *
 * @throws Error when the lifecycle refuses a step, or when a step would lie after `now`.
 */
export const storyEvents = (report: DemoReport, setting: StorySetting): Story => {
  const log = new StoryLog(report.key, receivedEvent(report, setting), setting.institutions);
  for (const step of report.story) tell(log, step, setting);
  if (Date.parse(log.state.updatedAt) > Date.parse(setting.now)) {
    const day = calendarDateIn(log.state.updatedAt, setting.clock.timeZone);
    throw new Error(
      `Demo report \`${report.key}\`: its story ends on ${day}, which is still to come. Let the report come in earlier.`,
    );
  }
  return { events: log.events, state: log.state, texts: log.texts };
};
