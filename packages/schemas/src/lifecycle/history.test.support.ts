import assert from 'node:assert/strict';
import type { KnownStatusCode } from '../status.ts';
import type { LifecycleAction } from './action.ts';
import type { Decision, DecisionContext, RefusalReason } from './decision.ts';
import { decide } from './decide.ts';
import type { EventActor, EventOf, LifecycleEvent, ProposedEvent } from './event.ts';
import { applyEvent } from './fold.ts';
import type { LifecyclePolicy } from './lifecycle-policy.ts';
import type { ReportState } from './state.ts';

/** The institutions of the tests, each with the one above it. */
const parents = {
  panrb: undefined,
  kabupaten: undefined,
  'dinas-pu': 'kabupaten',
  'dinas-kesehatan': 'kabupaten',
  rsud: 'dinas-kesehatan',
  'kabupaten-lain': undefined,
  'dinas-lain': 'kabupaten-lain',
} as const;
export type InstitutionId = keyof typeof parents;
export const institutionIds = Object.keys(parents) as InstitutionId[];

/** Whether the upper one is the lower one or stands above it. */
const isAtOrAbove = (upper: string, lower: string): boolean => {
  for (let id: string | undefined = lower; id !== undefined; id = parents[id as InstitutionId])
    if (id === upper) return true;
  return false;
};

const officer = (
  role: 'nationalAdmin' | 'institutionAdmin' | 'liaisonOfficer',
  institutionId: InstitutionId,
): EventActor => ({ kind: 'officer', role, institutionId });

/** Everybody who does something in the tests. `kabupaten` coordinates, `panrb` coordinates above it. */
export const actors = {
  nationalAdmin: officer('nationalAdmin', 'panrb'),
  admin: officer('institutionAdmin', 'kabupaten'),
  healthAdmin: officer('institutionAdmin', 'dinas-kesehatan'),
  foreignAdmin: officer('institutionAdmin', 'kabupaten-lain'),
  roads: officer('liaisonOfficer', 'dinas-pu'),
  health: officer('liaisonOfficer', 'dinas-kesehatan'),
  hospital: officer('liaisonOfficer', 'rsud'),
  foreign: officer('liaisonOfficer', 'dinas-lain'),
  coordinator: officer('liaisonOfficer', 'kabupaten'),
  reporter: { kind: 'reporter' },
  public: { kind: 'public' },
  system: { kind: 'system' },
  upstream: { kind: 'upstream', connector: 'sp4n' },
} as const satisfies Record<string, EventActor>;
export type ActorName = keyof typeof actors;

export interface HistoryOptions {
  readonly ownerId?: InstitutionId;
  readonly coordinatorId?: InstitutionId;
  readonly upperCoordinatorId?: InstitutionId | undefined;
  readonly policy?: LifecyclePolicy;
}

const day = 86_400_000;

/** One report and everything that happened to it: decides, numbers, dates and appends, as a gateway's store would. */
export class History {
  readonly events: LifecycleEvent[] = [];
  state: ReportState;
  #now = Date.parse('2026-01-05T02:00:00Z');
  readonly #options: HistoryOptions;

  constructor(options: HistoryOptions = {}) {
    this.#options = { upperCoordinatorId: 'panrb', ...options };
    const { coordinatorId = 'kabupaten', ownerId = coordinatorId } = options;
    const received: EventOf<'received'> = {
      type: 'received',
      sequence: 0,
      at: this.now,
      by: actors.reporter,
      classification: 'complaint',
      channel: 'website',
      ownerId,
      coordinatorId,
      anonymous: false,
      confidential: false,
    };
    this.events.push(received);
    this.state = applyEvent(undefined, received);
  }

  get now(): string {
    return new Date(this.#now).toISOString();
  }

  /** Lets time pass. */
  wait(days: number): this {
    this.#now += Math.round(days * day);
    return this;
  }

  contextOf(name: ActorName): DecisionContext {
    const actor: EventActor = actors[name];
    const { upperCoordinatorId, policy } = this.#options;
    return {
      actor,
      now: this.now,
      isWithinAuthority: (id) => actor.kind === 'officer' && isAtOrAbove(actor.institutionId, id),
      isKnownInstitution: (id) => id in parents,
      ...(upperCoordinatorId && { upperCoordinatorId }),
      ...(policy && { policy }),
    };
  }

  decide(name: ActorName, action: LifecycleAction): Decision {
    return decide(this.state, action, this.contextOf(name));
  }

  /** Does something that must be allowed. */
  act(name: ActorName, action: LifecycleAction): this {
    const decision = this.decide(name, action);
    assert.ok(
      decision.allowed,
      `${name} may not ${action.type} while ${this.state.status}: ${decision.allowed ? '' : decision.reason}`,
    );
    return this.append(name, ...decision.events);
  }

  /** Why something is refused, or `undefined` when it is allowed. */
  refusal(name: ActorName, action: LifecycleAction): RefusalReason | undefined {
    const decision = this.decide(name, action);
    return decision.allowed ? undefined : decision.reason;
  }

  /** Writes events without asking. The words of officers are stored apart, so that an id is all there is of them. */
  append(name: ActorName, ...proposed: ProposedEvent[]): this {
    for (const each of proposed) {
      const sequence = this.state.sequence + 1;
      const event: LifecycleEvent = { ...each, sequence, at: this.now, by: actors[name], textId: `text-${sequence}` };
      this.state = applyEvent(this.state, event);
      this.events.push(event);
    }
    return this;
  }
}

/** Reasons and words that matter to nobody here. */
export const because = { reasonCode: 'notClear', reason: 'Mohon dilengkapi.' } as const;

/** A report in a status, by the shortest way that people take to it. */
export const inStatus: Record<KnownStatusCode, () => History> = {
  unverified: () => new History(),
  verified: () => new History().act('admin', { type: 'verify' }),
  disposed: () => inStatus.verified().act('admin', { type: 'dispose', to: 'dinas-pu' }),
  inProgress: () => inStatus.disposed().act('roads', { type: 'startFollowUp' }),
  followedUp: () => inStatus.inProgress().act('roads', { type: 'respond', message: 'Sudah kami perbaiki.' }),
  reporterReplied: () => inStatus.followedUp().act('reporter', { type: 'reply' }),
  completed: () => inStatus.followedUp().act('roads', { type: 'complete' }),
  postponed: () => inStatus.disposed().act('roads', { type: 'postpone', ...because }),
  archived: () => inStatus.disposed().act('admin', { type: 'archive', ...because }),
  unknown: () =>
    inStatus
      .followedUp()
      .act('upstream', { type: 'recordUpstreamStatus', connector: 'sp4n', code: 'unknown', rawLabel: 'Dikaji' }),
};
