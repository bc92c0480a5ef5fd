import type { LifecycleAction } from '@lapor/schemas/lifecycle';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { lockReport, type ReportRow } from '../reports/report-row.ts';
import { actAsSystem } from './act-as-system.ts';
import type { Circuit } from './circuit.ts';
import type { Connector, Finding, Outcome, Step } from './connector.ts';
import { hurryPoll, keepForwarded } from './forwarded-reports.ts';
import type { ForwardingFigures } from './forwarding-figures.ts';
import type { ForwardingRules } from './forwarding-options.ts';
import { addCheck, beginStep, type DueTask, keepTask, type TaskEnd } from './forwarding-tasks.ts';
import { packMessage, packReport, type Packed, sentMessages } from './pack.ts';
import { withinPatience } from './within-patience.ts';

/** What carrying works with. */
export interface Carriage {
  readonly engine: Engine;
  readonly connector: Connector;
  readonly rules: ForwardingRules;
  readonly circuit: Circuit;
  readonly figures: ForwardingFigures;
}

/** One way up: its steps, and what is called for each. */
interface Way {
  readonly steps: readonly Step[];
  take(step: string, facts: DueTask['facts'], signal: AbortSignal): Promise<Outcome>;
  look(step: string, facts: DueTask['facts'], signal: AbortSignal): Promise<Finding>;
}

/** Seconds for which a task stays with this process from one step to the next. */
export const leaseOf = ({ patience }: ForwardingRules): number => 2 * patience + 30;

/** Seconds until the next attempt, drawn a little longer or shorter; `undefined` after the last. */
export const pauseAfter = (failures: number, { pauses }: ForwardingRules): number | undefined => {
  const pause = pauses[failures];
  return pause === undefined ? undefined : pause * (0.8 + 0.4 * Math.random());
};

const longestPause = (failures: number, rules: ForwardingRules): number =>
  pauseAfter(Math.min(failures, rules.pauses.length - 1), rules) ?? 0;

const wayOfReport = async ({ engine, connector }: Carriage, task: DueTask): Promise<Packed<Way>> => {
  const packed = await packReport(engine, connector.name, task);
  if (!('content' in packed)) return packed;
  const parcel = packed.content;
  return {
    content: {
      steps: connector.steps,
      take: (step, facts, signal) => connector.forward(step, parcel, facts, signal),
      look: (step, facts, signal) => connector.lookUp(step, parcel, facts, signal),
    },
  };
};

const wayOfMessage = async ({ engine, connector }: Carriage, task: DueTask): Promise<Packed<Way>> => {
  const packed = await packMessage(engine, connector.name, task);
  if (!('content' in packed)) return packed;
  const message = packed.content;
  return {
    content: {
      steps: [{ name: 'send', isRepeatable: false }],
      take: (_step, _facts, signal) => connector.send(message, signal),
      look: async (_step, _facts, signal) => {
        const earlier = await sentMessages(engine, connector.name, task, { before: task.sequence, isCertain: true });
        return connector.lookUpMessage(message, earlier, signal);
      },
    },
  };
};

/** Does to the report, which the transaction has locked, what its task has come to. */
const record = async (
  { engine, connector, rules }: Carriage,
  transaction: Queryable,
  row: ReportRow | undefined,
  { task, end, upstreamId }: { readonly task: DueTask; readonly end: TaskEnd; readonly upstreamId: string | undefined },
): Promise<void> => {
  if (task.kind !== 'report') {
    if (end.state === 'done') await hurryPoll(transaction, connector.name, task.report_id, rules.pollPauses[0]);
    return;
  }
  const action: LifecycleAction | undefined =
    end.state === 'failed'
      ? { type: 'recordDeliveryFailure', connector: connector.name }
      : upstreamId === undefined
        ? undefined
        : { type: 'recordDelivery', connector: connector.name, upstreamId };
  if (!action || !row) return;
  if (upstreamId !== undefined) {
    await keepForwarded(transaction, task.report_id, connector.name, upstreamId, rules.pollPauses[0]);
    // What a network delivered twice may come late, and a list may show it later still.
    if (connector.countCopies) await addCheck(transaction, connector.name, task, { pause: rules.settling });
  }
  await actAsSystem(engine, transaction, row, action);
};

/** Keeps the end of a task with all that follows from it. The report is locked first, as everywhere. */
const finish = (carriage: Carriage, task: DueTask, end: TaskEnd, upstreamId?: string): Promise<boolean> =>
  carriage.engine.database.transaction(async (transaction) => {
    const row = await lockReport(transaction, task.tracking_id);
    if (!(await keepTask(transaction, task, end))) return false;
    await record(carriage, transaction, row, { task, end, upstreamId });
    return true;
  });

/** Whoever can give what is missing an id has to hear of it; the report went on with a stand-in. */
const tellUnmapped = ({ engine, connector, figures }: Carriage, unmapped: unknown): void => {
  if (!Array.isArray(unmapped) || unmapped.length === 0) return;
  for (const what of unmapped) figures.countUnmapped(connector.name, String(what));
  engine.log.warn({ connector: connector.name, unmapped }, 'something has no id in the settings of the other system');
};

/** A step that is done, by what was answered or by what was found. @returns whether there is a further one. */
const goOn = async (
  carriage: Carriage,
  task: DueTask,
  { facts, upstreamId }: { readonly facts?: DueTask['facts']; readonly upstreamId?: string },
  next: Step | undefined,
): Promise<boolean> => {
  tellUnmapped(carriage, facts?.['unmapped']);
  if (next !== undefined) return keepTask(carriage.engine.database, task, { state: 'queued', step: next.name, facts });
  await finish(carriage, task, { state: 'done', facts }, upstreamId);
  return false;
};

/** However long the other system is away, what waits for it is not given up. */
export const waitForReturn = async (
  { engine, rules, circuit }: Carriage,
  task: DueTask,
  { reason, retryAfter = 0, isUp }: Omit<Extract<Outcome, { result: 'away' }>, 'result'>,
  isOpen: boolean,
): Promise<boolean> => {
  if (isUp) circuit.close();
  else circuit.fail(retryAfter);
  const pause = Math.max(longestPause(task.failures, rules), retryAfter);
  await keepTask(engine.database, task, { state: 'queued', isOpen, hasFailed: true, error: reason, pause });
  return false;
};

/** Keeps what came of a step. @returns whether the task goes on now. */
const keepOutcome = async (
  carriage: Carriage,
  task: DueTask,
  outcome: Outcome,
  next: Step | undefined,
): Promise<boolean> => {
  const { circuit, rules, engine } = carriage;
  if (outcome.result === 'away') return waitForReturn(carriage, task, outcome, false);
  if (outcome.result !== 'unknown') {
    // A step on the way may have had nothing to ask; the last one always has.
    if (next === undefined || outcome.result === 'refused') circuit.close();
    if (outcome.result === 'done') return goOn(carriage, task, outcome, next);
    await finish(carriage, task, { state: 'failed', hasFailed: true, error: outcome.reason });
    return false;
  }
  circuit.fail();
  const pause = pauseAfter(task.failures, rules);
  const end = { isOpen: true, hasFailed: true, error: outcome.reason };
  if (pause === undefined) await finish(carriage, task, { ...end, state: 'failed' });
  else await keepTask(engine.database, task, { ...end, state: 'queued', pause: Math.max(pause, rules.settling) });
  return false;
};

/** Keeps what a look found. @returns whether the task goes on now. */
const keepFinding = async (
  carriage: Carriage,
  task: DueTask,
  finding: Finding,
  next: Step | undefined,
): Promise<boolean> => {
  if (finding.result === 'away') return waitForReturn(carriage, task, finding, true);
  if (finding.result === 'blind') {
    await finish(carriage, task, { state: 'failed', hasFailed: true, isOpen: true, error: finding.reason });
    return false;
  }
  carriage.circuit.close();
  if (finding.result === 'found') return goOn(carriage, task, finding, next);
  // Nothing is under way any more, and the same step can be taken.
  return keepTask(carriage.engine.database, task, { state: 'queued' });
};

/** Looks what came of a step that was begun and of which nobody knows. */
const look = async (carriage: Carriage, task: DueTask, way: Way, step: Step): Promise<Finding> => {
  const { rules, figures, connector } = carriage;
  const finding = await withinPatience<Finding>(
    rules.patience,
    (signal) => way.look(step.name, task.facts, signal),
    (reason) => ({ result: 'away', reason }),
  );
  figures.count(connector.name, { call: 'look', result: finding.result });
  return finding;
};

const take = async (carriage: Carriage, task: DueTask, way: Way, step: Step, facts: DueTask['facts']) => {
  const { rules, figures, connector } = carriage;
  const outcome = await withinPatience<Outcome>(
    rules.patience,
    (signal) => way.take(step.name, facts, signal),
    (reason) => ({ result: 'unknown', reason }),
  );
  figures.count(connector.name, { call: task.kind === 'report' ? 'step' : 'message', result: outcome.result });
  return outcome;
};

/**
 * Of a call that a network delivers twice, the second answer may be the one that comes back: what was done is refused then,
 * because it was done already. So a refusal is believed when it was looked and nothing found.
 */
const afterRefusal = async (
  carriage: Carriage,
  task: DueTask,
  way: Way,
  step: Step,
  refused: Outcome,
): Promise<Outcome> => {
  const finding = await look(carriage, task, way, step);
  if (finding.result === 'away') return { result: 'unknown', reason: finding.reason };
  return finding.result === 'found' ? { ...finding, result: 'done' } : refused;
};

/** Takes the steps that are left, each written down before it is taken and after it. */
const takeSteps = async (carriage: Carriage, task: DueTask, way: Way): Promise<void> => {
  const { engine, rules } = carriage;
  const { steps } = way;
  const first = Math.max(
    0,
    steps.findIndex(({ name }) => name === task.step),
  );
  let left = steps.slice(first);
  let { facts } = task;
  const [begun, following] = left;
  if (begun !== undefined && !begun.isRepeatable && task.begun_ago !== null) {
    const finding = await look(carriage, task, way, begun);
    if (!(await keepFinding(carriage, task, finding, following))) return;
    if (finding.result === 'found') {
      left = left.slice(1);
      facts = { ...facts, ...finding.facts };
    }
  }
  for (const [index, step] of left.entries()) {
    if (!(await beginStep(engine.database, task, step.name, leaseOf(rules)))) return;
    const answered = await take(carriage, task, way, step, facts);
    const isDoubtful = answered.result === 'refused' && !step.isRepeatable;
    const outcome = isDoubtful ? await afterRefusal(carriage, task, way, step, answered) : answered;
    if (!(await keepOutcome(carriage, task, outcome, left[index + 1]))) return;
    if (outcome.result === 'done') facts = { ...facts, ...outcome.facts };
  }
};

/** What of a step that was begun may still come about is waited for, before anybody looks. */
const settle = async ({ engine, rules }: Carriage, task: DueTask): Promise<boolean> => {
  if (task.begun_ago === null || task.begun_ago >= rules.settling) return true;
  const pause = rules.settling - task.begun_ago;
  await keepTask(engine.database, task, { state: 'queued', isOpen: true, pause });
  return false;
};

/**
 * Attempts one task. Whenever the process dies, the row tells whoever goes on what was begun and what is known of it.
 *
 * @throws only what the database throws.
 */
export const carryTask = async (carriage: Carriage, task: DueTask): Promise<void> => {
  if (!(await settle(carriage, task))) return;
  const packed = await (task.kind === 'report' ? wayOfReport : wayOfMessage)(carriage, task);
  if ('content' in packed) return takeSteps(carriage, task, packed.content);
  const { database } = carriage.engine;
  if ('never' in packed) await keepTask(database, task, { state: 'done', error: packed.never });
  else {
    const isOpen = task.begun_ago !== null;
    await keepTask(database, task, { state: 'queued', isOpen, error: packed.later, pause: packed.pause });
  }
};
