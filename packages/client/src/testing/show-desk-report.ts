import type { DeskReport, DeskSummary } from '@lapor/schemas';
import { allowedActions, returnCountOf } from '@lapor/schemas/lifecycle';
import { attachmentsOf } from './fake-attachments.ts';
import { isWithin, referenceTo } from './fake-directory.ts';
import type { FakeReport } from './fake-world.ts';
import { officerOf } from './identify-caller.ts';
import { publishedReportOf } from './show-report.ts';
import { deadlinesIn, summaryOf, type View } from './show-summary.ts';

const notReporters = ['reply', 'support', 'confirm', 'dispute', 'withdraw'];

/** One report as the institution's admin sees it. */
export const deskReportOf = (held: FakeReport, view: View): DeskReport => {
  const { report, state, events } = held;
  const { world } = view;
  const actor = officerOf(world);
  const files = attachmentsOf(held, view);
  const notes = events.filter(({ type }) => type === 'noted');
  const noteFiles = notes.flatMap(({ attachmentIds = [] }) => attachmentIds);
  const within = (id: string) => isWithin(world, id, actor.institutionId);
  // Whoever coordinates may know an anonymous reporter, but not where the report is about themselves.
  const mayKnow =
    !state.anonymous || (actor.institutionId === state.coordinatorId && state.ownerId !== actor.institutionId);
  return {
    ...publishedReportOf(held, view),
    content: report.content,
    ...(state.supervision && { supervision: state.supervision }),
    exactPlace: { regionCode: world.site.regionCode, ...report.incident?.place },
    ...(report.answers && { answers: report.answers }),
    ...(report.targetInstitutionId !== undefined && {
      targetInstitution: referenceTo(world, report.targetInstitutionId),
    }),
    ...(report.reporter && mayKnow && { reporter: report.reporter }),
    anonymous: state.anonymous,
    confidential: state.confidential,
    attachments: files.filter(({ id }) => !noteFiles.includes(id)),
    notes: notes.map(({ sequence, at, attachmentIds = [] }) => ({
      sequence,
      at,
      institution: referenceTo(world, actor.institutionId),
      message: held.texts.get(sequence) ?? '',
      attachments: files.filter(({ id }) => attachmentIds.includes(id)),
    })),
    merged: [...state.absorbed],
    escalationLevel: state.escalationLevel,
    allowedActions: allowedActions(state, { actor, now: world.now(), isWithinAuthority: within }).filter(
      (type) => !notReporters.includes(type),
    ),
    version: state.sequence,
  };
};

const isNobodysTurn = ['completion', 'legalLimit'];

/** A report as one line of the work queue. */
export const deskSummaryOf = (held: FakeReport, view: View): DeskSummary => {
  const { report, state } = held;
  const [next] = deadlinesIn(view.world, held)
    .filter(({ endedAt, kind }) => endedAt === undefined && !isNobodysTurn.includes(kind))
    .sort((one, other) => one.dueAt.localeCompare(other.dueAt));
  return {
    ...summaryOf(held, view),
    title: report.title,
    anonymous: state.anonymous,
    confidential: state.confidential,
    ...(next && { nextDeadline: next }),
    overdue: next?.state === 'missed' && next.kind !== 'reporterResponse',
    escalationLevel: state.escalationLevel,
    returnCount: returnCountOf(state),
    attachmentCount: attachmentsOf(held, view).length,
  };
};
