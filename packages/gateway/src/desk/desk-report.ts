import type { DeskNote, DeskReport, Place } from '@lapor/schemas';
import { allowedActions, type EventOf, type LifecycleEvent } from '@lapor/schemas/lifecycle';
import { publishedReportOf, type WholeReport } from '../reports/published-report.ts';
import { noteFilesOf } from '../reports/history.ts';
import type { ReportRow } from '../reports/report-row.ts';
import type { ViewContext } from '../reports/report-summary.ts';
import { type DeskIdentity, officerOf } from './desk-context.ts';

/** What a reporter or the system does is no button of a desk. */
const deskActions: ReadonlySet<string> = new Set([
  'verify',
  'dispose',
  'returnAsOutsideAuthority',
  'postpone',
  'archive',
  'startFollowUp',
  'respond',
  'complete',
  'mergeInto',
  'undoMerge',
  'redact',
  'correct',
  'note',
]);

const exactPlaceOf = (row: ReportRow): Place => ({
  ...(row.region_code !== null && { regionCode: row.region_code }),
  ...(row.landmark !== null && { landmark: row.landmark }),
  ...(row.latitude !== null &&
    row.longitude !== null && {
      position: {
        latitude: row.latitude,
        longitude: row.longitude,
        ...(row.accuracy_metres !== null && { accuracyMetres: row.accuracy_metres }),
      },
    }),
});

const notesOf = ({ history, attachments }: WholeReport, { directory }: ViewContext): DeskNote[] =>
  history.events
    .filter((event): event is EventOf<'noted'> & LifecycleEvent => event.type === 'noted')
    .map((event) => ({
      sequence: event.sequence,
      at: event.at,
      institution: directory.reference(event.by.kind === 'officer' ? event.by.institutionId : ''),
      message: (event.textId !== undefined && history.texts.get(event.textId)) || '',
      attachments: (event.attachmentIds ?? []).flatMap((id) => attachments.get(id) ?? []),
    }));

/** What this officer may do now, by the contract's names. */
const allowedTo = ({ row }: WholeReport, identity: DeskIdentity, { directory, now }: ViewContext): string[] =>
  allowedActions(row.state, {
    actor: officerOf(identity),
    now,
    isWithinAuthority: (id) => directory.isWithin(id, identity.institutionId),
    ...(directory.nationalId !== undefined && { upperCoordinatorId: directory.nationalId }),
  }).filter((type) => deskActions.has(type));

/** One report as its officers see it. The files of notes stand with their notes. */
export const deskReportOf = (whole: WholeReport, identity: DeskIdentity, context: ViewContext): DeskReport => {
  const { row, reporter, history, nameable, attachments } = whole;
  const { state } = row;
  const target = targetOf(whole, context);
  const noteFiles = noteFilesOf(history);
  return {
    ...publishedReportOf(whole, context, 'desk'),
    content: row.content,
    ...(state.supervision && { supervision: state.supervision }),
    exactPlace: exactPlaceOf(row),
    ...(row.answers && { answers: row.answers }),
    ...(target && { targetInstitution: target }),
    ...(reporter && { reporter }),
    anonymous: state.anonymous,
    confidential: state.confidential,
    attachments: [...attachments.values()].filter(({ id }) => !noteFiles.has(id)),
    notes: notesOf(whole, context),
    merged: state.absorbed.filter((trackingId) => nameable.has(trackingId)),
    escalationLevel: state.escalationLevel,
    allowedActions: allowedTo(whole, identity, context),
    version: state.sequence,
  };
};

const targetOf = ({ history }: WholeReport, { directory }: ViewContext) => {
  const received = history.events[0];
  return received?.type === 'received' && received.targetInstitutionId !== undefined
    ? directory.reference(received.targetInstitutionId)
    : undefined;
};
