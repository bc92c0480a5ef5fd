import type { Language, PublishedPlace, ReportSummary } from '@lapor/schemas';
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

/** UTF-16 units of a content in a list. */
const excerptLength = 240;

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
export const publishedPlaceOf = (row: ReportRow): PublishedPlace | undefined => {
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
export const summaryOf = (row: ReportRow, { directory, language }: ViewContext): ReportSummary => {
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
