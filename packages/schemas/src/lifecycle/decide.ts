import type { LifecycleAction } from './action.ts';
import { actionRules } from './action-rules.ts';
import { type Decision, type DecisionContext, refuse } from './decision.ts';
import type { EventActor } from './event.ts';
import { eventsOfAction } from './events-of-action.ts';
import { obstacleTo } from './obstacle.ts';
import type { ReportState } from './state.ts';

const roleOf = (actor: EventActor) => (actor.kind === 'officer' ? actor.role : actor.kind);

/**
 * What comes of an action on a report: events to append, or a reason to refuse. Pure; nothing is thrown.
 *
 * The order of the questions is the order in which a person would ask them: may you at all, is it yours, is it the moment.
 */
export const decide = (state: ReportState, action: LifecycleAction, context: DecisionContext): Decision => {
  const rule = actionRules[action.type];
  const { actor } = context;
  if (!rule.by.includes(roleOf(actor))) return refuse('role');
  if (actor.kind === 'officer' && actor.role !== 'nationalAdmin' && !context.isWithinAuthority(state.ownerId))
    return refuse('authority');
  const obstacle = obstacleTo(action, state, context);
  if (obstacle !== undefined) return refuse(obstacle);
  // Of a merged report, "it is archived" would be true and of no help: the way on is the other report.
  if (!rule.while.includes(state.status)) return refuse(state.merge ? 'isMerged' : 'status');
  return eventsOfAction(action, state, context);
};
