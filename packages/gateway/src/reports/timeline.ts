import type { Attachment, Hop, TimelineActor, TimelineEvent } from '@lapor/schemas';
import { applyEvent, type LifecycleEvent, type ReportState } from '@lapor/schemas/lifecycle';
import { eventSentence } from './event-sentence.ts';
import type { History } from './history.ts';
import { maskedOrNull } from './masked.ts';
import type { ViewContext } from './report-summary.ts';
import { statusLabel } from './status-label.ts';

/** Events for officers alone, and those that would only count what `supportCount` tells. */
const hidden: ReadonlySet<LifecycleEvent['type']> = new Set(['noted', 'supported', 'reminded']);

/** What the public may not read of a confidential report: everything that people wrote about it. */
export interface TimelineOptions {
  /** Whether what was written may be shown as it is: to the reporter and to officers. Others get it masked, or not at all. */
  readonly texts: 'whole' | 'masked' | 'none';
  /** Numbers of other reports that the caller may know of. */
  readonly nameable: ReadonlySet<string>;
  /** Files by id, as far as the caller may see them. */
  readonly attachments: ReadonlyMap<string, Attachment>;
}

const actorOf = ({ by }: LifecycleEvent, { directory }: ViewContext): TimelineActor => ({
  kind: by.kind === 'officer' ? 'institution' : by.kind,
  ...(by.kind === 'officer' && { institution: directory.reference(by.institutionId) }),
});

const messageOf = (
  { textId }: LifecycleEvent,
  { texts }: History,
  how: TimelineOptions['texts'],
): string | undefined => {
  const text = textId === undefined || how === 'none' ? undefined : texts.get(textId);
  return text !== undefined && how === 'masked' ? (maskedOrNull(text) ?? text) : text;
};

/** That another report was taken in or given back concerns only those who may know of that one. */
const isAboutHidden = (event: LifecycleEvent, nameable: TimelineOptions['nameable']): boolean =>
  (event.type === 'absorbed' || event.type === 'released') && !nameable.has(event.trackingId);

/** What happened, as the reporter, the public or an officer may see it, each event with the status that it led to. */
export const timelineOf = (
  history: History,
  context: ViewContext,
  { texts, nameable, attachments }: TimelineOptions,
): TimelineEvent[] => {
  const timeline: TimelineEvent[] = [];
  let state: ReportState | undefined;
  for (const event of history.events) {
    state = applyEvent(state, event);
    if (hidden.has(event.type) || isAboutHidden(event, nameable)) continue;
    const message = messageOf(event, history, texts);
    const files = (event.attachmentIds ?? []).flatMap((id) => attachments.get(id) ?? []);
    timeline.push({
      sequence: event.sequence,
      type: event.type,
      at: event.at,
      actor: actorOf(event, context),
      summary: eventSentence(event, context, nameable),
      status: statusLabel(state, context.language),
      ...(message !== undefined && { message }),
      ...('from' in event && event.type !== 'unmerged' && { from: context.directory.reference(event.from) }),
      ...('to' in event && { to: context.directory.reference(event.to) }),
      ...('reasonCode' in event && { reasonCode: event.reasonCode }),
      ...('rating' in event && { rating: event.rating }),
      ...(files.length > 0 && { attachments: files }),
    });
  }
  return timeline;
};

/** Every passing from hand to hand, with the reason that was given for it. */
export const hopsOf = (
  state: ReportState,
  history: History,
  context: ViewContext,
  texts: TimelineOptions['texts'],
): Hop[] =>
  state.hops.map(({ sequence, how, from, to, at }) => {
    const event = history.events[sequence];
    const reason = event && how !== 'received' ? messageOf(event, history, texts) : undefined;
    return {
      how,
      at,
      to: context.directory.reference(to),
      ...(from !== undefined && { from: context.directory.reference(from) }),
      ...(reason !== undefined && { reason }),
    };
  });
