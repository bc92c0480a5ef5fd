import type { Instant } from '@lapor/schemas';
import type { Database, Queryable } from '../database/database.ts';
import { type GatewayClock, instantOf } from '../time/gateway-clock.ts';

/** A clock that can be moved forward, for all replicas together. */
export interface SandboxClock extends GatewayClock {
  refresh(): Promise<void>;
  /** The present, as it will be when all that was asked for has been gone through. */
  destination(): Promise<Instant>;
  /** Asks for a moment, without going there yet. One that is passed already changes nothing. */
  aimAt(moment: Instant, transaction: Queryable): Promise<void>;
  /** Goes to a moment, if it lies ahead. */
  moveTo(moment: Instant): Promise<void>;
}

/** Whole seconds by which the sandbox is ahead of the clock below it, and by how many it is to be. */
interface Ahead {
  readonly seconds: number;
  readonly goal: number;
}

const readAhead = `select (value ->> 'seconds')::bigint::text as seconds, (value ->> 'goal')::bigint::text as goal from gateway_setting where name = 'sandboxClock'`;

/** Forwards only, whoever writes last: replicas that move at the same time agree on the later moment. */
const writeAhead = `
insert into gateway_setting as known (name, value) values ('sandboxClock', jsonb_build_object('seconds', $1::bigint, 'goal', greatest($1::bigint, $2::bigint)))
on conflict (name) do update set value = jsonb_build_object(
  'seconds', greatest((known.value ->> 'seconds')::bigint, $1::bigint),
  'goal', greatest((known.value ->> 'goal')::bigint, $1::bigint, $2::bigint))`;

const add = (instant: Instant, seconds: number): Instant => instantOf(new Date(Date.parse(instant) + seconds * 1000));

/**
 * A clock that runs on from the moment to which it was moved last. How far it is ahead is kept in the database, so that
 * it survives a restart and is the same for every replica.
 *
 * @param base the clock that runs below it: the machine's own, except in tests.
 */
export const createSandboxClock = async (database: Database, base: GatewayClock): Promise<SandboxClock> => {
  let ahead: Ahead = { seconds: 0, goal: 0 };
  const load = async (queryable: Queryable): Promise<Ahead> => {
    const [row] = await queryable.query<{ seconds: string; goal: string }>(readAhead, []);
    return { seconds: Number(row?.seconds ?? 0), goal: Number(row?.goal ?? 0) };
  };
  const secondsTo = (moment: Instant): number =>
    Math.max(0, Math.ceil((Date.parse(moment) - Date.parse(base.now())) / 1000));
  const refresh = async () => void (ahead = await load(database));
  await refresh();
  return {
    now: () => add(base.now(), ahead.seconds),
    refresh,
    async destination() {
      await refresh();
      return add(base.now(), Math.max(ahead.seconds, ahead.goal));
    },
    async aimAt(moment, transaction) {
      await transaction.query(writeAhead, [0, secondsTo(moment)]);
    },
    async moveTo(moment) {
      await database.query(writeAhead, [secondsTo(moment), 0]);
      await refresh();
    },
  };
};

/** Whether a clock is a sandbox's. */
export const isSandboxClock = (clock: GatewayClock): clock is SandboxClock => 'moveTo' in clock;
