import type { Hop, TimelineEvent } from '@lapor/schemas';
import { applyEvent, type LifecycleEvent, type ReportState } from '@lapor/schemas/lifecycle';
import { messagesFor } from '@lapor/schemas/messages';
import { maskPersonalData } from '@lapor/schemas/text-checks';
import { attachmentsOf } from './fake-attachments.ts';
import { referenceTo } from './fake-directory.ts';
import type { FakeReport } from './fake-world.ts';
import { statusLabel, type View } from './show-summary.ts';

/** Events for officers alone, and those that would only count what `supportCount` tells. */
const hidden: ReadonlySet<string> = new Set(['noted', 'supported', 'reminded']);

const messageOf = (held: FakeReport, { sequence }: { readonly sequence: number }, { audience }: View) => {
  const text = held.texts.get(sequence);
  if (text === undefined || audience !== 'public') return text;
  return held.state.confidential ? undefined : maskPersonalData(text);
};

/** An event as one sentence. Every event finds the facts that its own sentence needs among these. */
const sentenceOf = (event: LifecycleEvent, { world, language }: View): string => {
  const { from, to, ownerId } = event as { readonly from?: string; readonly to?: string; readonly ownerId?: string };
  const name = (id: string | undefined) => id && referenceTo(world, id).name;
  const facts = {
    ...event,
    from: name(from),
    to: name(to ?? ownerId),
    by: event.by.kind === 'officer' ? name(event.by.institutionId) : 'SP4N-LAPOR!',
    system: 'connector' in event ? event.connector : undefined,
  };
  return (messagesFor(language).events[event.type] as (facts: unknown) => string)(facts);
};

/** What happened, each event with the status that it led to. */
export const timelineOf = (held: FakeReport, view: View): TimelineEvent[] => {
  const { world, language } = view;
  const files = new Map(view.audience === 'public' ? [] : attachmentsOf(held, view).map((file) => [file.id, file]));
  let state: ReportState | undefined;
  const timeline: TimelineEvent[] = [];
  for (const event of held.events) {
    state = applyEvent(state, event);
    if (hidden.has(event.type)) continue;
    const message = messageOf(held, event, view);
    const attachments = (event.attachmentIds ?? []).flatMap((id) => files.get(id) ?? []);
    timeline.push({
      sequence: event.sequence,
      type: event.type,
      at: event.at,
      actor: {
        kind: event.by.kind === 'officer' ? 'institution' : event.by.kind,
        ...(event.by.kind === 'officer' && { institution: referenceTo(world, event.by.institutionId) }),
      },
      summary: sentenceOf(event, view),
      status: statusLabel(state, language),
      ...(message !== undefined && { message }),
      ...('from' in event && event.type !== 'unmerged' && { from: referenceTo(world, event.from) }),
      ...('to' in event && { to: referenceTo(world, event.to) }),
      ...('reasonCode' in event && { reasonCode: event.reasonCode }),
      ...('rating' in event && { rating: event.rating }),
      ...(attachments.length > 0 && { attachments }),
    });
  }
  return timeline;
};

/** Every passing from hand to hand. */
export const hopsOf = (held: FakeReport, view: View): Hop[] =>
  held.state.hops.map(({ sequence, how, from, to, at }) => {
    const reason = how === 'received' ? undefined : messageOf(held, { sequence }, view);
    return {
      how,
      at,
      to: referenceTo(view.world, to),
      ...(from !== undefined && { from: referenceTo(view.world, from) }),
      ...(reason !== undefined && { reason }),
    };
  });
