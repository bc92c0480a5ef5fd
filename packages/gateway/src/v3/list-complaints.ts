import { readTrackingId } from '@lapor/schemas';
import type { KnownStatusCode } from '@lapor/schemas';
import { institutionsOf } from './find-complaint.ts';
import { settleNotes } from './filed-complaints.ts';
import { answerResults } from './v3-answer.ts';
import type { V3Call } from './v3-call.ts';
import { pageOf, readPageAsked } from './v3-page.ts';
import { statusNameOf, statusNumbers } from './v3-status.ts';
import { readTags, writeMoment } from './v3-values.ts';

interface FiledRow {
  readonly tracking_id: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly status: KnownStatusCode;
  readonly owner_id: string;
  readonly received_at: Date;
  readonly total: string;
}

const filed = `
select report.tracking_id, report.title, filed.tags, report.status, report.owner_id, report.received_at, count(*) over () as total
from v3_complaint as filed join report on report.id = filed.report_id where filed.institution_id = any($1::text[])`;

/** By a tag, by the complaint's number, or by words. A tag is found by its index alone, so that looking one up is cheap. */
const conditionOf = (search: string): { readonly text: string; readonly values: readonly unknown[] } => {
  const [tag] = search.startsWith('#') ? readTags(search) : [];
  if (tag !== undefined) return { text: 'and filed.tags @> array[$4::text]', values: [tag] };
  const words = `report.search @@ websearch_to_tsquery('simple', $4)`;
  const number = readTrackingId(search);
  return number === undefined
    ? { text: `and ${words}`, values: [search] }
    : { text: `and (report.id = $5::bigint or ${words})`, values: [search, number] };
};

/**
 * `GET /complaints`: the complaints that programs of this institution filed, the newest first. Ours: nothing like it is known of
 * V3, and without it nobody could look before trying again.
 */
export const listComplaints = async (call: V3Call): Promise<Response> => {
  const { engine, directory, arrival } = call;
  const asked = readPageAsked(call);
  const institutionIds = institutionsOf(call);
  await settleNotes(engine.database, institutionIds);
  const search = (new URL(arrival.request.url).searchParams.get('search') ?? '')
    .toWellFormed()
    .replaceAll('\0', ' ')
    .trim()
    .slice(0, 200);
  const condition = search === '' ? { text: '', values: [] } : conditionOf(search);
  const rows = await engine.database.query<FiledRow>(
    `${filed} ${condition.text} order by report.id desc limit $2 offset $3`,
    [institutionIds, asked.size, (asked.page - 1) * asked.size, ...condition.values],
  );
  const entries = rows.map(({ tracking_id: trackingId, title, tags, status, owner_id: ownerId, received_at: at }) => ({
    id: Number(trackingId),
    title,
    tags_raw: tags.join(' '),
    status_code: statusNumbers[status],
    status_name: statusNameOf(status, directory.reference(ownerId).name),
    created_at: writeMoment(at.toISOString()),
  }));
  return answerResults(arrival, pageOf(call, asked, entries, Number(rows[0]?.total ?? 0)));
};
