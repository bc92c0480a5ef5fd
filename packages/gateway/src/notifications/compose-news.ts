import type { Language } from '@lapor/schemas';
import type { LifecycleEvent, ReportState } from '@lapor/schemas/lifecycle';
import { messagesFor } from '@lapor/schemas/messages';
import type { Engine } from '../engine/engine.ts';
import { readTurn } from '../reports/read-turn.ts';
import type { DueNotification } from './due-notifications.ts';
import { momentOf } from './moment-of.ts';
import { tellMoment, type TellingOfMoment } from './moment-sentences.ts';
import type { News, NewsChannel } from './news-channel.ts';
import { newsDocument, newsText } from './news-document.ts';
import { newsDigest, newsLink } from './news-link.ts';
import { reportClock, type ReportPlace } from './report-clock.ts';

interface ReportedRow extends ReportPlace {
  readonly tracking_id: string;
  readonly language: Language;
  readonly state: ReportState;
  readonly notify_by: string | null;
  readonly address: string | null;
  readonly refusals: number;
}

/** What is known of the report now. Whoever reported may have been forgotten since the message was queued. */
const readReported = `
select tracking_id, site_id, region_code, language, state, notify_by, case when $2 = 'email' then email else phone end as address,
  (select count(*)::integer from notification where report_id = report.id and channel = $2 and state = 'refused') as refusals
from report left join report_identity on report_identity.report_id = report.id where report.id = $1`;

/** After so many refusals an address is not tried any more: a server that is asked again and again thinks the worse of us. */
const mostRefusals = 2;

const whyUnwanted = (row: ReportedRow | undefined, channel: string): string | undefined => {
  if (row === undefined || row.address === null) return 'the reporter is not known any more';
  if (row.notify_by !== channel) return 'the reporter wants no news any more';
  if (row.state.closed?.how === 'withdrawn') return 'the report was withdrawn';
  return row.refusals >= mostRefusals ? 'the address refused before' : undefined;
};

const readEvents = async ({ database }: Engine, { report_id, sequences }: DueNotification): Promise<LifecycleEvent[]> =>
  (
    await database.query<{ event: LifecycleEvent }>(
      'select event from report_event where report_id = $1 and sequence = any($2::integer[]) order by sequence',
      [report_id, sequences],
    )
  ).map(({ event }) => event);

/** A name that nobody can guess and that is the same whenever it is made: of a message, or of all about one report. */
const nameOf = ({ secret }: Engine, trackingId: string, ...parts: readonly string[]): string =>
  `${trackingId}.${newsDigest(secret, 'message', trackingId, ...parts)
    .toString('hex')
    .slice(0, 20)}`;

const tellAll = async (engine: Engine, due: DueNotification, row: ReportedRow): Promise<TellingOfMoment[]> => {
  const [directory, clock] = await Promise.all([engine.directory.get(), reportClock(engine, row)]);
  const told: TellingOfMoment[] = [];
  for (const event of await readEvents(engine, due)) {
    const turn = await readTurn(engine.database, due.report_id, { trackingId: row.tracking_id, event });
    const moment = momentOf(turn);
    if (moment !== undefined) told.push(tellMoment(turn, moment, { language: row.language, directory, clock }));
  }
  return told;
};

/** A message that is ready, or why there is none. */
export type ComposedNews = { readonly news: News } | { readonly unwanted: string };

/**
 * Writes a message from what is known now. What the events say does not change, and neither does the message: an attempt
 * that is repeated sends the same one.
 */
export const composeNews = async (
  engine: Engine,
  due: DueNotification,
  channel: NewsChannel['name'],
): Promise<ComposedNews> => {
  const [row] = await engine.database.query<ReportedRow>(readReported, [due.report_id, channel]);
  const unwanted = whyUnwanted(row, channel);
  if (row === undefined || row.address === null || unwanted !== undefined)
    return { unwanted: unwanted ?? 'the report is gone' };
  const { tracking_id: trackingId, language } = row;
  const moments = await tellAll(engine, due, row);
  const title = moments.at(-1)?.title;
  if (title === undefined) return { unwanted: 'there is nothing to tell' };
  const site = row.site_id === null ? undefined : (await engine.sites.get()).get(row.site_id);
  const { news: say } = messagesFor(language);
  const reportUrl = `${engine.publicUrl}/forms/status?lang=${language}&number=${trackingId}`;
  const unsubscribeUrl = newsLink(engine, { trackingId, channel }, language);
  const content = {
    language,
    trackingId,
    title,
    moments,
    site: site?.settings.name ?? 'SP4N-LAPOR!',
    reportUrl,
    unsubscribeUrl,
  };
  return {
    news: {
      id: nameOf(engine, trackingId, channel, ...due.sequences.map(String)),
      thread: nameOf(engine, trackingId),
      trackingId,
      to: row.address,
      language,
      subject: say.subject.title({ trackingId, title }),
      text: newsText(content),
      html: newsDocument(content),
      short: say.short({ trackingId, title, url: reportUrl }),
      unsubscribeUrl,
    },
  };
};
