import { closedStatuses } from '@lapor/schemas';
import { statusLabel } from '../reports/status-label.ts';
import { publishedPlaceOf, type SummaryRow } from '../reports/report-summary.ts';
import { instantOf } from '../time/gateway-clock.ts';
import type { Open311Call } from './open311-call.ts';
import { serviceOf } from './services.ts';

/** What of a report its service request is made from. */
export interface ServiceRequestRow extends SummaryRow {
  readonly closed_at: Date | null;
  readonly next_due_at: Date | null;
}

/** The columns of a {@link ServiceRequestRow}: what is masked stands in place of what is not, and who reported is not there. */
export const serviceRequestColumns = `id, tracking_id, classification, coalesce(masked_title, title) as title, null as masked_title,
  coalesce(masked_content, content) as content, null as masked_content, category_id, region_code, landmark, latitude, longitude,
  received_at, updated_at, closed_at, next_due_at,
  json_strip_nulls(json_build_object('status', status, 'rawLabel', state -> 'rawLabel', 'ownerId', owner_id, 'supportCount', support_count)) as state`;

/** What the specification allows. */
const longestDescription = 4_000;

const shortened = (text: string): string =>
  text.length <= longestDescription ? text : `${text.slice(0, longestDescription - 1).toWellFormed()}…`;

/** Title and content in one, as the protocol has it; the title only where it is not the beginning of the content. */
const descriptionOf = ({ title, content }: SummaryRow): string => {
  const beginning = title.replace(/…$/, '');
  return shortened(content.replace(/\s+/g, ' ').startsWith(beginning) ? content : `${title}\n\n${content}`);
};

/** `open` or `closed`: the protocol knows no others. */
export const statusOf = (code: string): 'open' | 'closed' => (closedStatuses.has(code) ? 'closed' : 'open');

const addressOf = ({ landmark, regionName }: { landmark?: string | undefined; regionName?: string | undefined }) =>
  [landmark, regionName].filter(Boolean).join(', ') || null;

/**
 * A report as a service request. Who reported is not in it, and no files: nobody has agreed to show those to the public.
 * The position is rounded as everywhere in public.
 */
export const serviceRequestOf = (call: Open311Call, row: ServiceRequestRow) => {
  const { label } = statusLabel(row.state, call.language);
  const place = publishedPlaceOf(row);
  const updatedAt = row.closed_at ?? row.updated_at;
  const isExtended = call.query.get('extensions') === 'true';
  return {
    service_request_id: row.tracking_id,
    status: statusOf(row.state.status),
    status_notes:
      row.state.rawLabel !== undefined && row.state.rawLabel !== label ? `${label} (${row.state.rawLabel})` : label,
    ...serviceOf(call, row.category_id),
    description: descriptionOf(row),
    agency_responsible: call.directory.reference(row.state.ownerId).name,
    service_notice: null,
    requested_datetime: instantOf(row.received_at),
    updated_datetime: instantOf(updatedAt),
    expected_datetime: row.next_due_at === null ? null : instantOf(row.next_due_at),
    address: addressOf(place ?? {}),
    address_id: null,
    zipcode: null,
    lat: place?.position?.latitude ?? null,
    long: place?.position?.longitude ?? null,
    media_url: null,
    ...(isExtended && {
      extended_attributes: {
        title: row.title,
        classification: row.classification,
        detailed_status: row.state.status,
        region_code: row.region_code,
        support_count: row.state.supportCount,
      },
    }),
  };
};
