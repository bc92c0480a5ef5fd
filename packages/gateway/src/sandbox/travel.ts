import type { ClockWork } from '../clock-work/create-clock-work.ts';
import { nextDueMoment } from '../clock-work/look-after-due-reports.ts';
import type { Engine } from '../engine/engine.ts';
import { instantOf } from '../time/gateway-clock.ts';
import type { SandboxClock } from './sandbox-clock.ts';

/** Rounds in which a moment may stay due because another replica has its hands on the report. */
const mostRounds = 20;

/**
 * Goes to where the clock was asked to go, and stops on the way at every moment at which something is due, in their
 * order, so that everything happens at its own time. Whoever is interrupted is gone after by the next caller.
 */
export const travel = async (engine: Engine, clock: SandboxClock, work: ClockWork): Promise<void> => {
  let rounds = 0;
  for (let before = ''; ;) {
    const goal = await clock.destination();
    const due = await nextDueMoment(engine, goal);
    if (due === undefined) return arrive(clock, work, goal);
    // Rows whose moment is long past are due now, not then.
    const moment = instantOf(due);
    rounds = moment === before ? rounds + 1 : 0;
    if (rounds > mostRounds) return arrive(clock, work, goal);
    before = moment;
    await clock.moveTo(moment);
    await work.runDue(clock.now());
  }
};

const arrive = async (clock: SandboxClock, work: ClockWork, goal: string): Promise<void> => {
  await clock.moveTo(goal);
  await work.runDue(clock.now());
};
