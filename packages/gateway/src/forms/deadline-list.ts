import { type Deadline, DeadlineKind } from '@lapor/schemas';
import { remainingOf } from '@lapor/schemas/clock';
import { type Html, html, nothing } from './html.ts';
import type { Visit } from './visit.ts';

/** A deadline in words that this gateway has sentences for: its own always are. */
type ToldDeadline = Omit<Deadline, 'kind' | 'state'> & {
  readonly kind: DeadlineKind;
  readonly state: 'running' | 'met' | 'missed';
};

const states = ['running', 'met', 'missed'] as const;

const told = (deadline: Deadline): ToldDeadline[] => {
  const kind = DeadlineKind.options.find((known) => known === deadline.kind);
  const state = states.find((known) => known === deadline.state);
  return kind === undefined || state === undefined ? [] : [{ ...deadline, kind, state }];
};

/** What a deadline leaves, in words. */
const restOf = ({ say, now, site }: Visit, deadline: ToldDeadline): string | undefined => {
  const rules = site && { week: site.record.workWeek, localHolidays: site.record.localHolidays };
  const remaining = remainingOf(deadline, { ...rules, now });
  if (remaining === undefined) return undefined;
  const { phase, days, unit } = remaining;
  return phase === 'left' ? say.deadlines.left({ days, unit }) : say.deadlines.overdue({ days, unit });
};

/** Every promise with its day, in the zone of the report's region, and what it means. */
export const deadlineList = (visit: Visit, deadlines: readonly Deadline[]): Html => {
  const { say } = visit;
  // What is still to come first: it is what people wait for.
  const shown = deadlines
    .flatMap(told)
    .toSorted(
      (one, other) =>
        Number(one.state === 'met') - Number(other.state === 'met') || one.dueOn.localeCompare(other.dueOn),
    );
  if (shown.length === 0) return nothing;
  return html`<ul>
    ${shown.map((deadline) => {
      const { kind, dueOn, state, provisional } = deadline;
      // Of a kept one that it was kept is enough.
      if (state === 'met') return html`<li>${say.deadlines.met({ kind, dueOn })}</li>`;
      const rest = restOf(visit, deadline);
      const meaning = [say.deadlineKinds[kind].meaning, provisional && say.deadlines.provisional];
      return html`<li>
        <strong>${say.deadlines[state]({ kind, dueOn })}</strong>${rest ? html` (${rest})` : nothing}<br />
        <span class="quiet">${meaning.filter(Boolean).join(' ')}</span>
      </li>`;
    })}
  </ul>`;
};
