import type { Language, NewReport } from '@lapor/schemas';
import {
  applyEvent,
  decide,
  type EventActor,
  firstOwner,
  type LifecycleAction,
  type LifecycleEvent,
  type ProposedEvent,
} from '@lapor/schemas/lifecycle';
import { messagesFor } from '@lapor/schemas/messages';
import { FakeRefusal } from './fake-refusal.ts';
import { coordinatorOf, isWithin } from './fake-directory.ts';
import type { FakeReport, FakeWorld } from './fake-world.ts';
import { randomName } from './seeded-random.ts';

const firstNumber = 1_000_001;

/** Files a report. */
export const fileReport = (world: FakeWorld, report: NewReport, channel: FakeReport['channel']): FakeReport => {
  const trackingId = String(firstNumber + world.reports.size);
  const coordinatorId = coordinatorOf(world, world.site.institution.id);
  const { targetInstitutionId, attachments = [] } = report;
  const received: LifecycleEvent = {
    type: 'received',
    sequence: 0,
    at: world.now(),
    by: { kind: 'reporter' },
    classification: report.classification,
    channel,
    coordinatorId,
    ownerId: firstOwner(targetInstitutionId, coordinatorId, (id) => world.institutions.has(id)),
    siteId: world.site.id,
    anonymous: report.anonymous,
    confidential: report.confidential,
    ...(targetInstitutionId !== undefined && { targetInstitutionId }),
    ...(attachments.length > 0 && { attachmentIds: [...new Set(attachments)] }),
  };
  const filed: FakeReport = {
    trackingId,
    token: `rt_${trackingId}_${randomName(world.random, 24)}`,
    report,
    channel,
    events: [received],
    state: applyEvent(undefined, received),
    texts: new Map(),
    supporters: new Set(),
  };
  world.reports.set(trackingId, filed);
  return filed;
};

/** Something done to a report, with what is written and attached. */
export interface FakeDeed {
  readonly action: LifecycleAction;
  readonly by: EventActor;
  readonly language: Language;
  readonly text?: string | undefined;
  readonly attachmentIds?: readonly string[] | undefined;
  /** What else must hold once the lifecycle allows it. It throws where it does not. */
  readonly check?: () => void;
}

const append = (world: FakeWorld, held: FakeReport, proposed: readonly ProposedEvent[], deed: FakeDeed): void => {
  const { by, text, attachmentIds = [] } = deed;
  for (const [index, event] of proposed.entries()) {
    const sequence = held.state.sequence + 1;
    const isFirst = index === 0;
    const appended: LifecycleEvent = {
      ...event,
      sequence,
      at: world.now(),
      by,
      ...(isFirst && text !== undefined && { textId: `${held.trackingId}-${sequence}` }),
      ...(isFirst && attachmentIds.length > 0 && { attachmentIds: [...attachmentIds] }),
    };
    if (isFirst && text !== undefined) held.texts.set(sequence, text);
    held.events.push(appended);
    held.state = applyEvent(held.state, appended);
  }
};

/**
 * Does something to a report, if the lifecycle allows it.
 *
 * @throws FakeRefusal `actionNotAllowed` or `actionNotPossible`, with the reason in words.
 */
export const actOn = (world: FakeWorld, held: FakeReport, deed: FakeDeed): void => {
  const { by } = deed;
  const decision = decide(held.state, deed.action, {
    actor: by,
    now: world.now(),
    isWithinAuthority: (id) => by.kind === 'officer' && isWithin(world, id, by.institutionId),
    isKnownInstitution: (id) => world.institutions.has(id),
  });
  if (!decision.allowed)
    throw new FakeRefusal(decision.code, { reason: messagesFor(deed.language).refusals[decision.reason] });
  deed.check?.();
  append(world, held, decision.events, deed);
};
