import type { Language, PublishedPlace, ReportSummary } from '@lapor/schemas';
import type { ReportState } from '@lapor/schemas/lifecycle';
import { findRegion } from '@lapor/schemas/regions';
import type { Directory } from '../directory/directory.ts';
import { instantOf } from '../time/gateway-clock.ts';
import { maskedOrNull } from './masked.ts';
import type { ReportRow } from './report-row.ts';
import { statusLabel } from './status-label.ts';

/** What a view of a report needs besides the report. */
export interface ViewContext {
  readonly directory: Directory;
  readonly language: Language;
  readonly now: string;
}

/** What of a report a line of a list is made from. */
export interface SummaryRow extends Pick<
  ReportRow,
  | 'tracking_id'
  | 'classification'
  | 'title'
  | 'content'
  | 'masked_title'
  | 'masked_content'
  | 'category_id'
  | 'region_code'
  | 'landmark'
  | 'latitude'
  | 'longitude'
  | 'received_at'
  | 'updated_at'
> {
  readonly state: Pick<ReportState, 'status' | 'rawLabel' | 'ownerId' | 'supportCount'>;
}

/** UTF-16 units of a content in a list. */
const excerptLength = 240;

/**
 * The columns of a {@link SummaryRow}, and no more of long texts and of the state than it takes: a page has many rows.
 * One character too many shows that there is more; what is masked stands in place of what is not.
 */
export const summaryColumns = `id, tracking_id, classification, coalesce(masked_title, title) as title, null as masked_title,
  left(coalesce(masked_content, content), ${excerptLength + 1}) as content, null as masked_content, category_id, region_code, landmark,
  latitude, longitude, received_at, updated_at,
  json_strip_nulls(json_build_object('status', status, 'rawLabel', state -> 'rawLabel', 'ownerId', owner_id, 'supportCount', support_count)) as state`;

/** The beginning of a text, cut between words where there are any. */
const excerptOf = (text: string): string => {
  if (text.length <= excerptLength) return text;
  const cut = text.slice(0, excerptLength);
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace > excerptLength / 2 ? cut.slice(0, lastSpace) : cut).toWellFormed()}…`;
};

/** Three decimals of a degree are about a hundred metres: enough to find a bridge, too little to find a door. */
const rounded = (degrees: number): number => Math.round(degrees * 1000) / 1000;

/** The regency's and province's name of a code; districts and villages are told by their regency. */
const regionNameOf = (code: string): string | undefined =>
  (findRegion(code) ?? findRegion(code.slice(0, 5)) ?? findRegion(code.slice(0, 2)))?.fullName;

/** Where it happened, as the public may see it. */
export const publishedPlaceOf = (row: SummaryRow): PublishedPlace | undefined => {
  if (row.region_code === null && row.landmark === null && row.latitude === null) return undefined;
  const regionName = row.region_code === null ? undefined : regionNameOf(row.region_code);
  return {
    ...(row.region_code !== null && { regionCode: row.region_code }),
    ...(regionName !== undefined && { regionName }),
    ...(row.landmark !== null && { landmark: maskedOrNull(row.landmark) ?? row.landmark }),
    ...(row.latitude !== null &&
      row.longitude !== null && { position: { latitude: rounded(row.latitude), longitude: rounded(row.longitude) } }),
  };
};

/** A report as one line of a list. Nothing in it tells who reported. */
export const summaryOf = (row: SummaryRow, { directory, language }: ViewContext): ReportSummary => {
  const category = row.category_id === null ? undefined : directory.categories.get(row.category_id);
  const place = publishedPlaceOf(row);
  return {
    trackingId: row.tracking_id,
    classification: row.classification,
    title: row.masked_title ?? row.title,
    excerpt: excerptOf(row.masked_content ?? row.content),
    ...(category && { category: { id: category.id, name: category.name } }),
    ...(place && { place }),
    status: statusLabel(row.state, language),
    owner: directory.reference(row.state.ownerId),
    receivedAt: instantOf(row.received_at),
    updatedAt: instantOf(row.updated_at),
    supportCount: row.state.supportCount,
  };
};
