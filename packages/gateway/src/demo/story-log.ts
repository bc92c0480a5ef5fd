import { randomUUID } from 'node:crypto';
import type { Instant } from '@lapor/schemas';
import {
  applyEvent,
  decide,
  type EventActor,
  type EventOf,
  type LifecycleAction,
  type LifecycleEvent,
  type ProposedEvent,
  type ReportState,
} from '@lapor/schemas/lifecycle';

/** What somebody wrote, under the id by which the event names it. */
export interface StoryText {
  readonly id: string;
  readonly text: string;
}

/** What the decisions need to know of the institutions. */
export interface StoryInstitutions {
  /** An institution's own id and those above it, from the top; undefined for an unknown one. */
  readonly pathOf: (institutionId: string) => readonly string[] | undefined;
  readonly nationalId: string;
}

/** One report's history while it is being written: every action has to pass the lifecycle's own rules. */
export class StoryLog {
  readonly events: LifecycleEvent[];
  readonly texts: StoryText[] = [];
  readonly key: string;
  readonly #institutions: StoryInstitutions;
  state: ReportState;

  constructor(key: string, received: EventOf<'received'>, institutions: StoryInstitutions) {
    this.key = key;
    this.events = [received];
    this.#institutions = institutions;
    this.state = applyEvent(undefined, received);
  }

  /**
   * Does something, or says why it cannot be done.
   *
   * @throws Error when the lifecycle refuses it, or when it would lie before what has happened already: the story is
   *   impossible as it is written.
   */
  act(actor: EventActor, at: Instant, action: LifecycleAction, text?: string): void {
    if (Date.parse(at) < Date.parse(this.state.updatedAt))
      throw new Error(
        `Demo report \`${this.key}\`: \`${action.type}\` would lie before event ${this.state.sequence}. Write another story.`,
      );
    const decision = decide(this.state, action, {
      actor,
      now: at,
      isWithinAuthority: (id) => actor.kind === 'officer' && this.#pathOf(id).includes(actor.institutionId),
      isKnownInstitution: (id) => this.#institutions.pathOf(id) !== undefined,
      upperCoordinatorId: this.#institutions.nationalId,
    });
    if (!decision.allowed)
      throw new Error(
        `Demo report \`${this.key}\`: \`${action.type}\` after event ${this.state.sequence} is refused (${decision.reason}). Write another story.`,
      );
    for (const event of decision.events) this.#append(event, actor, at, text);
  }

  #append(proposed: ProposedEvent, by: EventActor, at: Instant, text: string | undefined): void {
    const event: LifecycleEvent = {
      ...proposed,
      sequence: this.state.sequence + 1,
      at,
      by,
      ...(text !== undefined && { textId: this.#keep(text) }),
    };
    this.state = applyEvent(this.state, event);
    this.events.push(event);
  }

  #keep(text: string): string {
    const id = randomUUID();
    this.texts.push({ id, text });
    return id;
  }

  #pathOf(institutionId: string): readonly string[] {
    return this.#institutions.pathOf(institutionId) ?? [];
  }

  /** Somebody at the institution that has the report: its own people, or the admin of its government. */
  officer(capacity: 'admin' | 'officer'): EventActor {
    const { ownerId } = this.state;
    const government = this.#pathOf(ownerId)[0] ?? ownerId;
    if (capacity === 'officer' && ownerId !== government)
      return { kind: 'officer', role: 'liaisonOfficer', institutionId: ownerId };
    return {
      kind: 'officer',
      role: government === this.#institutions.nationalId ? 'nationalAdmin' : 'institutionAdmin',
      institutionId: government,
    };
  }
}
