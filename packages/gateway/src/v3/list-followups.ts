import { extname } from 'node:path';
import type { Attachment, TimelineEvent } from '@lapor/schemas';
import { timelineOf } from '../reports/timeline.ts';
import type { WholeReport } from '../reports/published-report.ts';
import { findComplaint, readComplaintWhole } from './find-complaint.ts';
import { templateOf } from './followup-templates.ts';
import { answerResults } from './v3-answer.ts';
import type { V3Call } from './v3-call.ts';
import { cutPage, readPageAsked } from './v3-page.ts';
import { statusNameOf } from './v3-status.ts';
import { writeMoment } from './v3-values.ts';

const attachmentsOf = (attachments: readonly Attachment[] = []) => {
  // What the scanner has not seen yet has no address.
  const files = attachments.flatMap(({ url, name }) =>
    url === undefined ? [] : [{ path: url, file_name: name, extension: extname(name).slice(1).toLowerCase() }],
  );
  return files.length === 0 ? false : files;
};

/** More events than a report will ever have: the number of one is the complaint's, followed by its own. */
const mostEvents = 100_000;

/** Follow-ups from the first event to the last, each with the status before and after it in V3's words. */
const followupsOf = ({ row, history, nameable, attachments }: WholeReport, call: V3Call) => {
  const { directory, language, now } = call;
  const timeline = timelineOf(history, { directory, language, now }, { texts: 'whole', nameable, attachments });
  const [first] = row.state.hops;
  let holder = directory.reference(first?.to ?? row.state.ownerId);
  let status = '';
  const followup = ({
    sequence,
    type,
    at,
    actor,
    status: after,
    message,
    from,
    to,
    rating,
    ...others
  }: TimelineEvent) => {
    if (to !== undefined && (type === 'disposed' || type === 'returned')) holder = to;
    const before = status;
    status = after.rawLabel ?? statusNameOf(after.code, holder.name);
    const template = templateOf(type);
    return {
      id: Number(row.tracking_id) * mostEvents + sequence,
      institution_from_name: from?.name ?? actor.institution?.name ?? null,
      institution_to_name: to?.name ?? (type === 'received' ? holder.name : null),
      content: message ?? '',
      template_code: template.code,
      template_content: template.content,
      data: JSON.stringify({ status_old: before, status_new: status }),
      rating: rating ?? 0,
      created_at: writeMoment(at),
      attachments: attachmentsOf(others.attachments),
    };
  };
  return timeline.map(followup);
};

/** `GET /complaints/{id}/followups`: everything that happened to a complaint, a page at a time. */
export const listFollowups = async (call: V3Call): Promise<Response> => {
  const found = await findComplaint(call, call.arrival.path['id'] ?? '');
  const followups = followupsOf(await readComplaintWhole(call, found), call);
  return answerResults(call.arrival, cutPage(call, readPageAsked(call), followups));
};
