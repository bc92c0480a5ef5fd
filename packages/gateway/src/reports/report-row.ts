import type { Answers, Language } from '@lapor/schemas';
import type { ReportState } from '@lapor/schemas/lifecycle';
import type { Queryable } from '../database/database.ts';

/** A report as it is stored, who reported left aside. */
export interface ReportRow {
  readonly id: string;
  readonly tracking_id: string;
  readonly site_id: string | null;
  readonly classification: string;
  readonly title: string;
  readonly content: string;
  readonly masked_title: string | null;
  readonly masked_content: string | null;
  readonly category_id: string | null;
  readonly answers: Answers | null;
  readonly region_code: string | null;
  readonly landmark: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly accuracy_metres: number | null;
  readonly incident_date: string | null;
  readonly channel: string;
  readonly language: Language;
  readonly received_at: Date;
  readonly updated_at: Date;
  readonly state: ReportState;
}

/** The columns of {@link ReportRow}. Dates are asked for as text: a driver's `Date` would move them into another zone. */
export const reportColumns = `id, tracking_id, site_id, classification, title, content, masked_title, masked_content, category_id, answers, region_code, landmark, latitude,
  longitude, accuracy_metres, incident_date::text, channel, language, received_at, updated_at, state`;

/** Numbers are texts: leading zeros count, although they do not in the database. */
const exactly = (rows: readonly ReportRow[], trackingId: string): ReportRow | undefined =>
  rows.find((row) => row.tracking_id === trackingId);

/** The report of that number, if there is one. */
export const findReport = async (database: Queryable, trackingId: string): Promise<ReportRow | undefined> =>
  exactly(
    await database.query<ReportRow>(`select ${reportColumns} from report where id = $1`, [trackingId]),
    trackingId,
  );

/** The report of that number, kept from everybody else until the transaction ends. */
export const lockReport = async (transaction: Queryable, trackingId: string): Promise<ReportRow | undefined> =>
  exactly(
    await transaction.query<ReportRow>(`select ${reportColumns} from report where id = $1 for update`, [trackingId]),
    trackingId,
  );
