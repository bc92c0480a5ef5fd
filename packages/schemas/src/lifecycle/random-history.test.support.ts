import fc from 'fast-check';
import { DeadlineKind } from '../deadline.ts';
import { statusCodes } from '../status.ts';
import { StatusReason } from '../status-reason.ts';
import type { LifecycleAction, LifecycleActionType } from './action.ts';
import { actionRules } from './action-rules.ts';
import type { LifecycleEvent } from './event.ts';
import { applyEvent } from './fold.ts';
import { type ActorName, actors, History, type HistoryOptions, institutionIds } from './history.test.support.ts';
import type { ReportState } from './state.ts';

const institution = fc.constantFrom(...institutionIds);
const anyInstitution = fc.oneof(
  { weight: 9, arbitrary: institution },
  { weight: 1, arbitrary: fc.constant('dinas-impian') },
);
const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const supervision = fc.constantFrom('supervisory' as const, 'nonSupervisory' as const);
const deadlineKind = fc.constantFrom(...DeadlineKind.options);
const trackingId = fc.constantFrom('77', '78', '79');
const connector = fc.constantFrom('sp4n', 'open311');
const because = { reasonCode: fc.constantFrom(...StatusReason.options), reason: fc.constant('Mohon dilengkapi.') };
const words = { reason: fc.constant('Bukan wewenang kami.') };

/** What each action is made of; a `mergeInto` and an `absorb` name the same few reports, so that they meet. */
const facts: { readonly [Type in LifecycleActionType]: Record<string, fc.Arbitrary<unknown>> } = {
  verify: { supervision: perhaps(supervision) },
  dispose: { to: anyInstitution, supervision: perhaps(supervision) },
  returnAsOutsideAuthority: { ...words, to: perhaps(anyInstitution) },
  postpone: { ...because, until: perhaps(fc.constant('2026-03-01')) },
  archive: because,
  startFollowUp: {},
  respond: { message: fc.constant('Sudah kami perbaiki.') },
  complete: {},
  mergeInto: { trackingId },
  undoMerge: {},
  redact: { ...words, redactions: fc.constant([{ what: 'attachment', attachmentId: 'foto-1' }]) },
  correct: { title: perhaps(fc.constant('Lampu jalan')), supervision: perhaps(supervision) },
  note: { message: fc.constant('Sudah ditelepon.') },
  reply: {},
  support: {},
  confirm: { rating: fc.integer({ min: 1, max: 5 }) },
  dispute: {},
  withdraw: {},
  remind: { deadlineKind, to: institution },
  escalate: { deadlineKind, to: institution, level: fc.integer({ min: 1, max: 3 }) },
  announceClosure: { closesOn: fc.constant('2026-03-01') },
  closeAutomatically: {},
  offerOmbudsman: {},
  absorb: { trackingId },
  release: { trackingId },
  queueDelivery: { connector },
  recordDelivery: { connector, upstreamId: fc.constantFrom('9165816', '9165817') },
  recordDeliveryFailure: { connector },
  recordUpstreamStatus: {
    connector,
    code: fc.constantFrom(...statusCodes),
    rawLabel: fc.constantFrom('Diproses', 'Selesai', 'Dikaji'),
    institutionName: perhaps(fc.constant('Dinas PU')),
  },
};

/** How often each is tried: what leads on most, what only counts less, and what ends a report for good least of all. */
const weights: Partial<Record<LifecycleActionType, number>> = {
  verify: 12,
  dispose: 12,
  returnAsOutsideAuthority: 12,
  postpone: 8,
  startFollowUp: 12,
  respond: 24,
  reply: 12,
  dispute: 24,
  confirm: 8,
  complete: 8,
  undoMerge: 12,
  announceClosure: 24,
  closeAutomatically: 24,
  recordUpstreamStatus: 8,
  withdraw: 1,
};
const types = Object.keys(facts) as LifecycleActionType[];

/** Any action at all. A member that is `undefined` is absent, as in JSON. */
export const anyAction: fc.Arbitrary<LifecycleAction> = fc.oneof(
  ...types.map((type) => ({
    weight: weights[type] ?? 4,
    arbitrary: fc.record(facts[type]).map((made) => JSON.parse(JSON.stringify({ type, ...made })) as LifecycleAction),
  })),
);

const roleOf = (name: ActorName) => (actors[name].kind === 'officer' ? actors[name].role : actors[name].kind);
const everybody = Object.keys(actors) as ActorName[];

/** Somebody who tries something after a while: mostly one whose role and authority allow it, mostly soon. */
export interface Step {
  readonly name: ActorName;
  readonly action: LifecycleAction;
  readonly days: number;
}

const days = fc.oneof(
  { weight: 5, arbitrary: fc.double({ min: 0, max: 4, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 15, 31, 70) },
);

export const anyStep: fc.Arbitrary<Step> = anyAction.chain((action) => {
  const entitled = everybody.filter((name) => actionRules[action.type].by.includes(roleOf(name)));
  const name = fc.oneof(
    { weight: 3, arbitrary: fc.constant(entitled[0]!) }, // for what officers do, the national admin
    { weight: 4, arbitrary: fc.constantFrom(...entitled) },
    { weight: 1, arbitrary: fc.constantFrom(...everybody) },
  );
  return fc.record({ name, action: fc.constant(action), days });
});

const anyOptions: fc.Arbitrary<HistoryOptions> = fc.record({
  ownerId: institution,
  coordinatorId: institution,
  upperCoordinatorId: perhaps(institution),
  policy: fc.record({ maximumReturns: fc.integer({ min: 0, max: 4 }), reopenWithinDays: fc.constantFrom(0, 30) }),
});

/** A report, and what everybody is going to try with it. */
export interface Plan {
  readonly options: HistoryOptions;
  readonly steps: readonly Step[];
}

export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  options: anyOptions,
  steps: fc.array(anyStep, { minLength: 1, maxLength: 60, size: 'max' }),
});

/** Tries one step. What is refused changes nothing. */
export const attempt = (history: History, { name, action, days: waited }: Step): History => {
  const decision = history.wait(waited).decide(name, action);
  return decision.allowed ? history.append(name, ...decision.events) : history;
};

/** The report after everybody has tried. */
export const lived = ({ options, steps }: Plan): History => steps.reduce(attempt, new History(options));

export const anyHistory: fc.Arbitrary<History> = anyPlan.map(lived);

/** Enough runs to meet what is rare, in well under a second. */
export const runs = { numRuns: 250 };

/** The state after each event. */
export const statesOf = ({ events }: History): ReportState[] => {
  const states: ReportState[] = [];
  for (const event of events) states.push(applyEvent(states.at(-1), event));
  return states;
};

/** Asserts something of each event together with the states that it lies between. */
export const always = (claim: (before: ReportState, event: LifecycleEvent, after: ReportState) => void) =>
  fc.assert(
    fc.property(anyHistory, (history) => {
      const states = statesOf(history);
      for (const [index, event] of history.events.entries())
        if (index > 0) claim(states[index - 1]!, event, states[index]!);
    }),
    runs,
  );

/** The same value, which nobody can change any more. */
export const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};
