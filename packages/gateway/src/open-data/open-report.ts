import type { OpenReport } from '@lapor/schemas';
import type { ReportRow } from '../reports/report-row.ts';
import { summaryOf, type ViewContext } from '../reports/report-summary.ts';

/** A public report as one row of open data, from what the public list shows of it: nothing is published here that is hidden there. */
export const openReportOf = (row: ReportRow, context: ViewContext): OpenReport => {
  const { category, place, status, owner, ...summary } = summaryOf(row, context);
  return {
    trackingId: summary.trackingId,
    classification: summary.classification,
    title: summary.title,
    content: row.masked_content ?? row.content,
    categoryId: category?.id ?? null,
    category: category?.name ?? null,
    regionCode: place?.regionCode ?? null,
    region: place?.regionName ?? null,
    landmark: place?.landmark ?? null,
    latitude: place?.position?.latitude ?? null,
    longitude: place?.position?.longitude ?? null,
    incidentDate: row.incident_date,
    channel: row.channel,
    status: status.code,
    statusLabel: status.label,
    institutionId: owner.id,
    institution: owner.name,
    receivedAt: summary.receivedAt,
    updatedAt: summary.updatedAt,
    supportCount: summary.supportCount,
    rating: row.state.rating ?? null,
  };
};
