import type { Queryable } from '../database/database.ts';
import { actOnReport } from '../reports/act-on-report.ts';
import { lockReport, type ReportRow } from '../reports/report-row.ts';
import type { Carriage } from './carry-task.ts';
import type { Polled, UpstreamNews } from './connector.ts';
import { type DuePoll, movePoll, type NextPoll } from './forwarded-reports.ts';
import { addCheck } from './forwarding-tasks.ts';
import { sentMessages, type SentTask } from './pack.ts';
import { withinPatience } from './within-patience.ts';

const day = 86_400_000;

/** By how much the pause grows while there is no news. */
const growth = 1.5;

/**
 * A pause as it is waited: longer than it is, by a fifth at most, so that reports which were asked after together part, and
 * never shorter, so that a report costs one request in its interval at most.
 */
export const drawn = (seconds: number, chance: () => number = Math.random): number => seconds * (1 + 0.2 * chance());

/** The pause after one that brought nothing: within what the settings say now, whatever it was before. */
const grown = ({ pollPauses: [first, longest] }: Carriage['rules'], { poll_pause: pause }: DuePoll): number =>
  Math.min(Math.max(pause * growth, first), longest);

/** When to ask again, after a poll that was answered. */
const nextAfter = (
  { rules, engine }: Carriage,
  due: DuePoll,
  { news, cursor, hasMore }: Extract<Polled, { result: 'told' }>,
  row: ReportRow | undefined,
): NextPoll => {
  const [first, longest] = rules.pollPauses;
  const closed = row?.state.closed;
  if (row === undefined) return { cursor, wait: null, pause: longest };
  if (closed && Date.parse(engine.clock.now()) - Date.parse(closed.at) > rules.pollClosedDays * day)
    return { cursor, wait: null, pause: longest };
  if (hasMore) return { cursor, wait: 0, pause: first };
  const pause = news.length > 0 ? first : grown(rules, due);
  return { cursor, wait: drawn(closed ? longest : pause), pause };
};

/** Another replica has asked meanwhile: what it heard counts. */
class TurnLost extends Error {
  override readonly name = 'TurnLost';
}

const hear = async (
  { engine, connector }: Carriage,
  transaction: Queryable,
  row: ReportRow,
  { code, rawLabel, institutionName, text, entryId }: UpstreamNews,
): Promise<ReportRow> =>
  actOnReport(engine, transaction, row, {
    action: {
      type: 'recordUpstreamStatus',
      connector: connector.name,
      code,
      rawLabel: rawLabel.slice(0, 200),
      ...(institutionName !== undefined && { institutionName: institutionName.slice(0, 200) }),
      ...(entryId !== undefined && { entryId: entryId.slice(0, 100) }),
    },
    by: { kind: 'upstream', connector: connector.name },
    now: engine.clock.now(),
    language: row.language,
    ...(text !== undefined && { text }),
  });

/** Puts aside what of ours stands there twice. Nothing of it is sent again, and nobody there is told twice by us. */
const putDoublesAside = async (
  { connector }: Carriage,
  transaction: Queryable,
  { report_id }: DuePoll,
  { doubled = [] }: Extract<Polled, { result: 'told' }>,
  sent: readonly SentTask[],
): Promise<void> => {
  for (const { marker, entryIds } of doubled) {
    const message = sent.find((one) => one.marker === marker);
    if (message === undefined) continue;
    const words = `the ${message.kind} stands there twice, as follow-ups ${entryIds.join(' and ')}. Have one removed there, then resolve this with the report's number`;
    await addCheck(transaction, connector.name, { report_id, sequence: message.sequence }, { heard: words });
  }
};

/** The news and the place where the next poll goes on are kept together: each is told once, whenever the process dies. */
const keepNews = async (
  carriage: Carriage,
  due: DuePoll,
  polled: Extract<Polled, { result: 'told' }>,
  sent: readonly SentTask[],
): Promise<void> =>
  carriage.engine.database.transaction(async (transaction) => {
    let row = await lockReport(transaction, due.tracking_id);
    for (const news of polled.news) if (row !== undefined) row = await hear(carriage, transaction, row, news);
    await putDoublesAside(carriage, transaction, due, polled, sent);
    const next = nextAfter(carriage, due, polled, row);
    if (!(await movePoll(transaction, carriage.connector.name, due, next))) throw new TurnLost();
  });

/**
 * Asks once after one report, and keeps what is told.
 *
 * @throws only what the database throws.
 */
export const pollReport = async (carriage: Carriage, due: DuePoll): Promise<void> => {
  const { engine, connector, rules, circuit, figures } = carriage;
  const all = { before: 2_147_483_647, isCertain: false };
  const sent = await sentMessages(engine, connector.name, due, all);
  const polled = await withinPatience<Polled>(
    rules.patience,
    (signal) => connector.poll(due.upstream_id, due.cursor, sent, signal),
    (reason) => ({ result: 'away', reason }),
  );
  figures.count(connector.name, { call: 'poll', result: polled.result });
  if (polled.result === 'told') {
    circuit.close();
    await keepNews(carriage, due, polled, sent).catch((error: unknown) => {
      if (!(error instanceof TurnLost)) throw error;
    });
    return;
  }
  const pause = grown(rules, due);
  let wait = drawn(pause);
  if (polled.result === 'away') {
    circuit.fail(polled.retryAfter);
    wait = Math.max(wait, polled.retryAfter ?? 0);
  }
  await movePoll(engine.database, connector.name, due, { cursor: due.cursor, wait, pause, error: polled.reason });
};
