import { messagesFor } from '@lapor/schemas/messages';
import type { ClockWork } from '../clock-work/create-clock-work.ts';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import { once } from '../http/once.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { RequestContext } from '../http/request-context.ts';
import { siteForDesk } from '../engine/site-for-desk.ts';
import { type ClockMove, destinationOf } from '../sandbox/destination-of.ts';
import { isSandboxClock, type SandboxClock } from '../sandbox/sandbox-clock.ts';
import type { SandboxFaults } from '../sandbox/sandbox-faults.ts';
import { travel } from '../sandbox/travel.ts';

/** The clock, where it can be moved. Elsewhere there is no such thing to be found. */
const movableClock = ({ clock, sandbox }: Engine): SandboxClock => {
  if (!sandbox || !isSandboxClock(clock)) throw new Refusal('notFound');
  return clock;
};

const isAdmin = ({ identity }: RequestContext): boolean =>
  identity.kind === 'desk' && identity.role !== 'liaisonOfficer';

/** Time passes for everybody on the gateway, and everybody meets its faults, so only admins make it pass and fail. */
const moverOf = (context: RequestContext) => {
  const { identity, language } = context;
  if (identity.kind !== 'desk') throw new Refusal('scopeInsufficient');
  if (!isAdmin(context)) throw new Refusal('actionNotAllowed', { reason: messagesFor(language).refusals.role });
  return identity;
};

const move = async (engine: Engine, clockWork: ClockWork, body: ClockMove, context: RequestContext) => {
  const clock = movableClock(engine);
  const { institutionId } = moverOf(context);
  const site = await siteForDesk(engine, institutionId);
  const answer = await once(engine, context, 'moveClock', body, async (transaction) => {
    const now = await clock.destination();
    const destination = destinationOf(body, now, site);
    const { sandbox } = messagesFor(context.language);
    if (destination === undefined) throw new Refusal('actionNotPossible', { reason: sandbox.tooFar });
    if (destination < now) throw new Refusal('actionNotPossible', { reason: sandbox.neverBack });
    await clock.aimAt(destination, transaction);
    return { now: destination };
  });
  // A repetition goes on where an interrupted first attempt stopped.
  await travel(engine, clock, clockWork);
  return answer;
};

/** The faults, where there can be any. */
const faultsIn = (faults: SandboxFaults | undefined): SandboxFaults => {
  if (faults === undefined) throw new Refusal('notFound');
  return faults;
};

/** The clock and the faults of a sandbox gateway. */
export const sandboxHandlers = (engine: Engine, clockWork: ClockWork, faults: SandboxFaults | undefined): Handlers => ({
  async setFaults({ body }, context) {
    const own = faultsIn(faults);
    moverOf(context);
    const { seed, faults: set } = own.set(body.seed, body.faults);
    return { status: 200, body: { seed, faults: [...set] } };
  },
  async getFaults(_, context) {
    const { seed, faults: set } = faultsIn(faults).read();
    if (!isAdmin(context)) throw new Refusal('scopeInsufficient');
    return { status: 200, body: { seed, faults: [...set] } };
  },
  moveClock: async ({ body }, context) => ({ status: 200, ...(await move(engine, clockWork, body, context)) }),
  async getClock(_, context) {
    const clock = movableClock(engine);
    if (!isAdmin(context)) throw new Refusal('scopeInsufficient');
    await clock.refresh();
    return { status: 200, body: { now: clock.now() } };
  },
});
