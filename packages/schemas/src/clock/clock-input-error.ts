/**
 * The only exception of the clock: something that was handed to it is not what it can count with.
 *
 * Data that passed the schemas (`CalendarDate`, `Instant`, `TimeZone`, `WorkCalendar`, `TimeLimits`) causes it only
 * when a date lies, or would come to lie, outside the years 1970 to 2199.
 */
export class ClockInputError extends RangeError {
  override readonly name = 'ClockInputError';
  /** The function that refused. */
  readonly caller: string;
  /** The argument or option that it could not use. */
  readonly part: string;

  constructor(caller: string, part: string, value: unknown, expected: string) {
    super(`${caller}: \`${part}\` is ${shown(value)}. Pass ${expected}.`);
    this.caller = caller;
    this.part = part;
  }
}

/** Tells a {@link ClockInputError} from any other thrown value, also when two copies of this package are loaded. */
export function isClockInputError(error: unknown): error is ClockInputError {
  return error instanceof Error && error.name === 'ClockInputError';
}

// Hostile input may be very long or have a `toString` that throws, so only primitives are shown, and only their start.
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return `of type ${typeof value}`;
}
