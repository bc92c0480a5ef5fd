import type { Instant } from '@lapor/schemas';
import type { Courier } from '../clock-work/courier.ts';
import type { Engine } from '../engine/engine.ts';
import { instantOf } from '../time/gateway-clock.ts';
import { composeNews } from './compose-news.ts';
import {
  type DueNotification,
  keepEnd,
  mayGoTo,
  type NotificationEnd,
  removeOldNotifications,
  takeDueNotifications,
} from './due-notifications.ts';
import type { News, NewsChannel } from './news-channel.ts';
import { newsDigest } from './news-link.ts';
import type { NotificationFigures } from './notification-figures.ts';
import type { NotificationRules } from './notification-options.ts';
import { afterQuietHours } from './quiet-hours.ts';
import { reportClock, type ReportPlace } from './report-clock.ts';
import { sendWithin } from './send-within.ts';

const hour = 3_600_000;

/** For so long after a report was filed its receipt goes out also at night. */
const promptMilliseconds = hour / 4;

/** The next pause, drawn a little longer or shorter, so that what failed together does not come back together. */
const pauseAfter = (attempts: number, pauses: readonly number[]): number =>
  (pauses[Math.min(attempts, pauses.length) - 1] ?? 0) * (0.8 + 0.4 * Math.random());

const instantAfter = (at: Instant, milliseconds: number): Instant => instantOf(new Date(Date.parse(at) + milliseconds));

/** Sends what is due, each channel in a round of its own: one that is away or slow keeps no other waiting. */
export const createNotificationCourier = (
  engine: Engine,
  rules: NotificationRules,
  channels: readonly NewsChannel[],
  figures: NotificationFigures,
): Courier => {
  const { database, log, clock } = engine;
  const rounds = new Map<string, Promise<void>>();
  let attempted = 0;

  /** The end of the night in the report's region, where it is night now and the message is not the answer to somebody awake. */
  const nightEnd = async (due: DueNotification, now: Instant): Promise<Instant | undefined> => {
    if (due.sequences[0] === 0 && Date.parse(now) - due.created_at.getTime() < promptMilliseconds) return undefined;
    const [row] = await database.query<ReportPlace>('select site_id, region_code from report where id = $1', [
      due.report_id,
    ]);
    if (row === undefined) return undefined;
    const morning = afterQuietHours(now, rules.quietHours, (await reportClock(engine, row)).timeZone);
    return morning > now ? morning : undefined;
  };

  /** The message, or what becomes of it where it is not to be sent now. */
  const prepare = async (
    channel: NewsChannel,
    due: DueNotification,
    now: Instant,
  ): Promise<{ readonly news: News } | { readonly end: NotificationEnd }> => {
    if (due.created_at.getTime() + rules.lapseHours * hour <= Date.parse(now))
      return { end: { state: 'lapsed', error: 'it could not be sent in time' } };
    const morning = await nightEnd(due, now);
    if (morning !== undefined) return { end: { state: 'queued', notBefore: morning } };
    const composed = await composeNews(engine, due, channel.name);
    if ('unwanted' in composed) return { end: { state: 'lapsed', error: composed.unwanted } };
    const recipient = newsDigest(engine.secret, 'recipient', channel.name, composed.news.to.toLowerCase());
    const limit = { since: instantAfter(now, -24 * hour), most: rules.dailyPerAddress };
    return (await mayGoTo(database, due.id, recipient, limit))
      ? { news: composed.news }
      : { end: { state: 'queued', notBefore: instantAfter(now, hour) } };
  };

  const send = async (channel: NewsChannel, news: News, attempts: number): Promise<NotificationEnd> => {
    const outcome = await sendWithin(rules.patience, channel, news);
    if (outcome.result === 'sent') return { state: 'sent' };
    const { result, detail } = outcome;
    log.warn({ channel: channel.name, result, detail }, 'a message to a reporter was not sent');
    return result === 'refused'
      ? { state: 'refused', error: detail }
      : { state: 'queued', error: detail, pause: pauseAfter(attempts, rules.pauses) };
  };

  /** @returns false when something went wrong with the channel. */
  const keep = async (
    channel: NewsChannel,
    due: DueNotification,
    end: NotificationEnd,
    now: Instant,
  ): Promise<boolean> => {
    await keepEnd(database, due.id, end, now);
    const hasFailed = 'pause' in end;
    if (hasFailed) figures.count(channel.name, 'failed');
    else if (end.state !== 'queued') figures.count(channel.name, end.state);
    return !hasFailed;
  };

  /** Begins with one message, and with more at once as they go well. Where one failed it is left for a while. */
  const serve = async (channel: NewsChannel, signal: AbortSignal): Promise<void> => {
    let window = 1;
    while (!signal.aborted) {
      await clock.refresh?.();
      const now = clock.now();
      const lease = rules.patience + 60;
      const taken = await takeDueNotifications(database, { channel: channel.name, now, limit: window, lease });
      if (taken.length === 0) return;
      attempted += taken.length;
      // One after another, so that the earliest go to an address that may not get all of them; then they go together.
      const prepared: (Awaited<ReturnType<typeof prepare>> & { readonly due: DueNotification })[] = [];
      for (const due of taken) prepared.push({ due, ...(await prepare(channel, due, now)) });
      const went = await Promise.all(
        prepared.map(async ({ due, ...ready }) =>
          keep(channel, due, 'end' in ready ? ready.end : await send(channel, ready.news, due.attempts), now),
        ),
      );
      if (went.includes(false)) return;
      window = Math.min(2 * window, channel.atOnce);
    }
  };

  return {
    name: 'notifications',
    async beginDue(signal) {
      for (const channel of channels) {
        if (rounds.has(channel.name) || signal.aborted) continue;
        const round = serve(channel, signal)
          .catch((error: unknown) => log.error({ error }, 'messages to reporters failed; they are tried again'))
          .finally(() => rounds.delete(channel.name));
        rounds.set(channel.name, round);
      }
    },
    async settled() {
      while (rounds.size > 0) await Promise.all(rounds.values());
      const count = attempted;
      attempted = 0;
      return count;
    },
    tidy: (now) => removeOldNotifications(database, now, rules.keepDays),
    async close() {
      await Promise.all(channels.map((channel) => channel.close()));
    },
  };
};
