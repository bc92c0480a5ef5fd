import { type Deadline, type TimelineActor, WebhookEvent } from '@lapor/schemas';
import type { EventOf, LifecycleEvent, ReportState } from '@lapor/schemas/lifecycle';
import * as z from 'zod/mini';
import type { Directory } from '../directory/directory.ts';
import type { Turn } from '../reports/read-turn.ts';
import { statusLabel } from '../reports/status-label.ts';

/** The report's deadlines as they stood at the event. */
export type DeadlinesAt = (state: ReportState) => readonly Deadline[];

/** Receivers are programs in Indonesia; whoever wants other words has the codes. */
const language = 'id';

type Told = WebhookEvent extends infer One
  ? One extends { type: string; data: unknown }
    ? Pick<One, 'type' | 'data'>
    : never
  : never;

const factsOf = ({ trackingId, after }: Turn, directory: Directory) => ({
  trackingId,
  classification: after.classification,
  status: statusLabel(after, language),
  owner: directory.reference(after.ownerId),
  confidential: after.confidential,
});

const actorOf = ({ by }: LifecycleEvent, directory: Directory): TimelineActor => ({
  kind: by.kind === 'officer' ? 'institution' : by.kind,
  ...(by.kind === 'officer' && { institution: directory.reference(by.institutionId) }),
});

const statusChange = (turn: Turn, directory: Directory): Told[] => {
  const { before, after, event } = turn;
  if (before === undefined || (before.status === after.status && before.rawLabel === after.rawLabel)) return [];
  const data = {
    ...factsOf(turn, directory),
    previousStatus: statusLabel(before, language),
    actor: actorOf(event, directory),
  };
  return [{ type: 'report.statusChanged', data }];
};

const ownerChange = (turn: Turn, directory: Directory): Told[] => {
  const { before, after, event } = turn;
  if (before === undefined || before.ownerId === after.ownerId) return [];
  const data = { ...factsOf(turn, directory), previousOwner: directory.reference(before.ownerId), how: event.type };
  return [{ type: 'report.ownerChanged', data }];
};

const reporterAct = (turn: Turn, directory: Directory): Told[] => {
  const { event } = turn;
  if (event.by.kind !== 'reporter' || event.type === 'received') return [];
  const data = { ...factsOf(turn, directory), action: event.type, sequence: event.sequence };
  return [{ type: 'report.reporterActed', data }];
};

/** Which deadline it was: of its kind the one that was made last. */
const deadlineTold = (turn: Turn, directory: Directory, deadlines: DeadlinesAt): Told[] => {
  const { event, after } = turn;
  if (event.type !== 'reminded' && event.type !== 'escalated') return [];
  const { deadlineKind } = event as EventOf<'reminded' | 'escalated'>;
  const deadline = deadlines(after).findLast(({ kind }) => kind === deadlineKind);
  if (deadline === undefined) return [];
  const type = event.type === 'reminded' ? 'report.deadlineNear' : 'report.deadlineMissed';
  return [{ type, data: { ...factsOf(turn, directory), deadline } }];
};

const deliveryChange = (turn: Turn, directory: Directory): Told[] => {
  const { after, before } = turn;
  if (after.delivery === undefined || after.delivery === before?.delivery) return [];
  return [{ type: 'report.deliveryChanged', data: { ...factsOf(turn, directory), delivery: after.delivery } }];
};

/**
 * What receivers are told of one event of a report's log: nothing, one thing, or several. Ids follow from the event, so
 * that they are the same however often this is asked. Nothing that anybody wrote, and nobody who reported, stands in it:
 * what the schema does not name does not come through it.
 */
export const webhookEventsOf = (turn: Turn, directory: Directory, deadlines: DeadlinesAt): WebhookEvent[] => {
  const { trackingId, event } = turn;
  const told: Told[] = [
    ...(event.type === 'received' ? [{ type: 'report.received' as const, data: factsOf(turn, directory) }] : []),
    ...statusChange(turn, directory),
    ...ownerChange(turn, directory),
    ...reporterAct(turn, directory),
    ...deadlineTold(turn, directory, deadlines),
    ...deliveryChange(turn, directory),
  ];
  return told.map((one, place) =>
    // No dot in an id: it separates the parts of what is signed.
    z.parse(WebhookEvent, { id: `evt_${trackingId}_${event.sequence}_${place}`, timestamp: event.at, ...one }),
  );
};
