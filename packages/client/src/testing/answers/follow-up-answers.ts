import type { PublishedReport } from '@lapor/schemas';
import type { ReporterAction } from '@lapor/schemas/lifecycle';
import { claimable } from '../fake-attachments.ts';
import type { FakeAnswers, FakeContext } from '../fake-gateway-options.ts';
import { FakeRefusal } from '../fake-refusal.ts';
import { actOn } from '../fake-report.ts';
import { nameOfCaller } from '../identify-caller.ts';
import { publishedReportOf } from '../show-report.ts';
import { addressOf, requireReport } from './report-answers.ts';

/** What a reporter does, with what is written and attached. */
interface ReporterDeed {
  readonly action: ReporterAction;
  readonly text?: string | undefined;
  readonly attachments?: readonly string[] | undefined;
}

const system = { kind: 'system' } as const;

/** Does what the reporter asks, and tells how the report stands then. A token opens its own report and no other. */
const perform = (trackingId: string, deed: ReporterDeed, context: FakeContext): PublishedReport => {
  const { world, caller, language } = context;
  if (caller.kind !== 'reporter' || caller.trackingId !== trackingId) throw new FakeRefusal('notFound');
  const held = requireReport(world, trackingId);
  const ids = deed.attachments ?? [];
  const uploads = claimable(world, { ids, owner: nameOfCaller(caller), language });
  const { action, text } = deed;
  actOn(world, held, { action, by: { kind: 'reporter' }, language, text, attachmentIds: ids });
  for (const upload of uploads) upload.reportId = trackingId;
  // Nobody would handle the matter of those any more that were merged into one that is taken back.
  if (action.type === 'withdraw') {
    for (const other of held.state.absorbed) {
      actOn(world, requireReport(world, other), { action: { type: 'undoMerge' }, by: system, language });
      actOn(world, held, { action: { type: 'release', trackingId: other }, by: system, language });
    }
  }
  return publishedReportOf(held, { world, language, audience: 'reporter', address: addressOf(context) });
};

/** What the reporter, and readers of the public list, do to a report. */
export const followUpAnswers: FakeAnswers = {
  replyToReport: async ({ parameters: { trackingId }, body: { message, attachments } }, context) => ({
    status: 201,
    body: perform(trackingId, { action: { type: 'reply' }, text: message, attachments }, context),
  }),

  confirmReport: async ({ parameters: { trackingId }, body: { rating, comment } }, context) => ({
    status: 200,
    body: perform(trackingId, { action: { type: 'confirm', rating }, text: comment }, context),
  }),

  disputeReport: async ({ parameters: { trackingId }, body: { reason, attachments } }, context) => ({
    status: 200,
    body: perform(trackingId, { action: { type: 'dispute' }, text: reason, attachments }, context),
  }),

  withdrawReport: async ({ parameters: { trackingId }, body: { reason } }, context) => ({
    status: 200,
    body: perform(trackingId, { action: { type: 'withdraw' }, text: reason }, context),
  }),

  async supportReport({ parameters: { trackingId } }, { world, language, caller }) {
    const held = requireReport(world, trackingId);
    if (held.state.confidential) throw new FakeRefusal('notFound');
    // Counted once a person: everybody who uses the fake is the same one.
    if (!held.supporters.has(caller.kind)) {
      actOn(world, held, { action: { type: 'support' }, by: { kind: 'public' }, language });
      held.supporters.add(caller.kind);
    }
    return { status: 200, body: { supportCount: held.state.supportCount } };
  },
};
