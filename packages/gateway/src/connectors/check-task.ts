import { lockReport } from '../reports/report-row.ts';
import { type Carriage, pauseAfter, waitForReturn } from './carry-task.ts';
import type { Copies } from './connector.ts';
import { checkSequence, type DueTask, heard, keepTask } from './forwarding-tasks.ts';
import { markerOf } from './marker.ts';
import { withinPatience } from './within-patience.ts';

/** Looks that find nothing of a report that is there: a list that shows it so late is not waited for any longer. */
const mostAbsences = 5;

/** Numbers that an operator is told: more than that is read there. */
const mostTold = 10;

const nothing: Copies = { result: 'counted', upstreamIds: [] };

/** What an operator is told of a report that is there more than once. */
export const sayCopies = (upstreamIds: readonly string[], counted: string): string => {
  const shown = upstreamIds.slice(0, mostTold).join(', ');
  return `the report stands there ${upstreamIds.length} times, as ${shown}, and goes on here as ${counted}. Have the others closed there, then resolve this with the number that counts`;
};

const count = ({ connector, engine, rules }: Carriage, task: DueTask): Promise<Copies> => {
  const { tracking_id: trackingId } = task;
  const marker = markerOf(engine.secret, connector.name, trackingId, checkSequence(task.sequence));
  return withinPatience<Copies>(
    rules.patience,
    async (signal) => (await connector.countCopies?.({ trackingId, marker }, signal)) ?? nothing,
    (reason) => ({ result: 'away', reason }),
  );
};

/** A list may be late. That one never shows the report is told: no look there can be relied on. */
const awaitListing = async ({ connector, engine, rules }: Carriage, task: DueTask): Promise<void> => {
  const absences = Number(task.facts['absences'] ?? 0) + 1;
  const error = 'it arrived, but a look there does not find it';
  const pause = absences < mostAbsences ? pauseAfter(absences - 1, rules) : undefined;
  const end = { facts: { absences }, hasFailed: true, error };
  if (pause !== undefined) {
    await keepTask(engine.database, task, { ...end, state: 'queued', pause: Math.max(pause, rules.settling) });
    return;
  }
  if (await keepTask(engine.database, task, { ...end, state: 'done' }))
    engine.log.warn({ connector: connector.name, upstreamId: task.upstream_id }, error);
};

/** Puts aside what is there more than once. The report itself goes on under the number that it has. */
const putAside = async (carriage: Carriage, task: DueTask, upstreamIds: readonly string[]): Promise<void> => {
  const { connector, engine } = carriage;
  const error = sayCopies(upstreamIds, task.upstream_id ?? '');
  const isKept = await engine.database.transaction(async (transaction) => {
    await lockReport(transaction, task.tracking_id);
    return keepTask(transaction, task, { state: 'failed', hasFailed: true, error });
  });
  if (isKept)
    engine.log.warn({ connector: connector.name, upstreamIds }, 'a report stands more than once in the other system');
};

/**
 * Looks once whether a report that has arrived stands there once. V3 has no name for an attempt, so that a network which
 * delivers one call twice files two reports, and nobody is told.
 *
 * @throws only what the database throws.
 */
export const checkTask = async (carriage: Carriage, task: DueTask): Promise<void> => {
  const { circuit, connector, engine, figures } = carriage;
  const { upstream_id: known } = task;
  // Of a message polls will tell. Else there is nothing to be looked for, or no way to look any more.
  if (task.step === heard || known === null || !connector.countCopies) {
    await keepTask(engine.database, task, { state: 'done' });
    return;
  }
  const copies = await count(carriage, task);
  if (copies.result === 'away') {
    figures.count(connector.name, { call: 'check', result: 'away' });
    await waitForReturn(carriage, task, copies, false);
    return;
  }
  circuit.close();
  const all = [...new Set([known, ...copies.upstreamIds])];
  const result = all.length > 1 ? 'several' : copies.upstreamIds.length === 0 ? 'absent' : 'once';
  figures.count(connector.name, { call: 'check', result });
  if (result === 'several') return putAside(carriage, task, all);
  if (result === 'absent') return awaitListing(carriage, task);
  await keepTask(engine.database, task, { state: 'done' });
};
