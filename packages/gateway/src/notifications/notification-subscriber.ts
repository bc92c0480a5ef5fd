import type { Instant } from '@lapor/schemas';
import type { OutboxSubscriber } from '../clock-work/outbox-subscriber.ts';
import type { Engine } from '../engine/engine.ts';
import { readTurn } from '../reports/read-turn.ts';
import { instantOf } from '../time/gateway-clock.ts';
import { momentOf } from './moment-of.ts';
import type { NewsChannel } from './news-channel.ts';
import type { NotificationRules } from './notification-options.ts';
import { afterQuietHours } from './quiet-hours.ts';
import { reportClock, type ReportPlace } from './report-clock.ts';

interface AddressRow extends ReportPlace {
  readonly channel: string | null;
}

/** The channel that the reporter chose, where the address for it is there, and in whose region the report is. */
const readAddress = `
select case when notify_by = 'email' and email is not null then 'email' when notify_by = 'sms' and phone is not null then 'sms' end as channel,
  site_id, region_code
from report_identity join report on report.id = report_identity.report_id where report_id = $1`;

/**
 * What waits takes further events in, as long as nobody has tried to send it. An event that comes a second time is in one
 * of the report's messages already.
 */
const queue = `
insert into notification (report_id, channel, sequences, created_at, not_before)
select $1, $2, array[$3::integer], $4, $5
where not exists (select from notification where report_id = $1 and channel = $2 and $3::integer = any(sequences))
on conflict (report_id, channel) where state = 'queued' and attempts = 0
do update set sequences = notification.sequences || excluded.sequences`;

const secondsAfter = (at: Instant, seconds: number): Instant => instantOf(new Date(Date.parse(at) + seconds * 1000));

/** Puts what reporters are to be told of an event into a row. Sending it is the courier's. */
export const createNotificationSubscriber = (
  engine: Engine,
  rules: NotificationRules,
  channels: readonly NewsChannel[],
): OutboxSubscriber => ({
  name: 'notifications',
  async handle({ reportId, trackingId, event }) {
    const turn = await readTurn(engine.database, reportId, { trackingId, event });
    const moment = momentOf(turn);
    // The mail server often belongs to the very institution from which an anonymous reporter hides.
    if (moment === undefined || turn.after.anonymous) return;
    const [row] = await engine.database.query<AddressRow>(readAddress, [reportId]);
    if (row === undefined || !channels.some(({ name }) => name === row.channel)) return;
    // Whoever reports by SMS is answered at that door, with the key, which news never holds.
    if (event.type === 'received' && event.channel === 'sms' && row.channel === 'sms') return;
    const { timeZone } = await reportClock(engine, row);
    // Whoever has just filed a report is awake and waits for the receipt.
    const notBefore =
      moment === 'received'
        ? event.at
        : afterQuietHours(secondsAfter(event.at, rules.gatherSeconds), rules.quietHours, timeZone);
    await engine.database.query(queue, [reportId, row.channel, event.sequence, event.at, notBefore]);
  },
});
