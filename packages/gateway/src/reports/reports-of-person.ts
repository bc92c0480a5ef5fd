import { normalisePhoneNumber } from '@lapor/schemas';
import type { Database } from '../database/database.ts';

/** A report that somebody filed under an address of theirs. */
export interface ReportOfPerson {
  readonly trackingId: string;
  readonly receivedAt: Date;
  readonly status: string;
}

/** Who asks once a year has no need of an index that every report would have to keep up. */
const find = `
select tracking_id as "trackingId", received_at as "receivedAt", status
from report_identity join report on report.id = report_identity.report_id
where lower(email) = lower($1) or phone = $2 order by report.id`;

/**
 * The reports that were filed under an e-mail address or a telephone number, the oldest first. A number may be written as
 * people write it.
 */
export const reportsOfPerson = (database: Database, contact: string): Promise<ReportOfPerson[]> =>
  database.query<ReportOfPerson>(find, [contact.trim(), normalisePhoneNumber(contact)]);
