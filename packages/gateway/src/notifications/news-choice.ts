import type { Queryable } from '../database/database.ts';
import type { NewsChannel } from './news-channel.ts';
import type { NewsChoice } from './news-link.ts';

/** Whether news is sent: `over` when there is nobody to tell any more, or nothing. */
export type NewsState = 'on' | 'off' | 'over';

/** As long as a report is followed at all: its reporter is known, did not withdraw it, and is not hidden from the institution. */
const followed = `report.id = report_identity.report_id and not report.anonymous and report.state -> 'closed' ->> 'how' is distinct from 'withdrawn'`;

const addressOf: Readonly<Record<NewsChannel['name'], string>> = { email: 'email', sms: 'phone' };

/** Whether news of a report is sent on a channel. */
export const readNewsState = async (database: Queryable, { trackingId, channel }: NewsChoice): Promise<NewsState> => {
  const [row] = await database.query<{ notify_by: string | null }>(
    `select notify_by from report_identity join report on ${followed}
     where report.id = $1 and ${addressOf[channel]} is not null`,
    [trackingId],
  );
  if (row === undefined) return 'over';
  return row.notify_by === channel ? 'on' : 'off';
};

/** Stops the news of a report, or lets it be sent again. Done twice it is the same. */
export const chooseNews = async (
  database: Queryable,
  { trackingId, channel }: NewsChoice,
  wanted: boolean,
): Promise<NewsState> => {
  // Whoever chose another channel meanwhile is not to lose that one to an old link.
  await database.query(
    wanted
      ? `update report_identity set notify_by = $2 from report where ${followed} and report.id = $1 and ${addressOf[channel]} is not null`
      : `update report_identity set notify_by = 'none' where report_id = $1 and notify_by = $2`,
    [trackingId, channel],
  );
  // An address that refused may be given another chance by whoever asks for it.
  if (wanted) {
    await database.query(
      `update notification set state = 'lapsed' where report_id = $1 and channel = $2 and state = 'refused'`,
      [trackingId, channel],
    );
  }
  return readNewsState(database, { trackingId, channel });
};

/**
 * Stops all news to an address, of whatever report: for somebody who answers STOP.
 *
 * @returns of how many reports.
 */
export const stopAllNews = async (
  database: Queryable,
  channel: NewsChannel['name'],
  address: string,
): Promise<number> =>
  (
    await database.query(
      `update report_identity set notify_by = 'none' where notify_by = $1 and ${addressOf[channel]} = $2 returning report_id`,
      [channel, address],
    )
  ).length;
