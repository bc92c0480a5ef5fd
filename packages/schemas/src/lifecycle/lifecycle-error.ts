/**
 * Thrown when a history cannot have happened: a gap in the numbers, a transfer from somebody who is not the owner,
 * an event before the reception. It means that stored events are damaged or were written by something else than this kit.
 */
export class LifecycleError extends Error {
  override readonly name = 'LifecycleError';
  /** Number of the event that does not fit. */
  readonly sequence: number;

  constructor(sequence: number, problem: string) {
    super(`Lifecycle: event ${sequence} ${problem}. Check the stored events of this report.`);
    this.sequence = sequence;
  }
}
