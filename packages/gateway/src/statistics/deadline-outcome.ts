import { DeadlineKind } from '@lapor/schemas';

/** How one promise ended, as one small number, so that an array of them takes little room and is quickly counted. */
export interface DeadlineOutcome {
  readonly kind: DeadlineKind;
  readonly isMissed: boolean;
  /** Working days that were needed; absent when the promise was never kept. */
  readonly workingDays?: number;
}

const perKind = 2000;
const missed = 1000;
const neverKept = 999;

/** Kinds by their place in the schema. A further kind is added at its end, so that stored numbers keep their meaning. */
const kinds = DeadlineKind.options;

/** Writes an outcome as a number below 32,768. Longer than 998 working days, four years, is not told apart. */
export const encodeOutcome = ({ kind, isMissed, workingDays }: DeadlineOutcome): number =>
  kinds.indexOf(kind) * perKind +
  (isMissed ? missed : 0) +
  (workingDays === undefined ? neverKept : Math.min(workingDays, neverKept - 1));

/**
 * Reads an outcome back.
 *
 * @throws RangeError for a number that no version up to this one writes.
 */
export const decodeOutcome = (code: number): DeadlineOutcome => {
  const workingDays = code % missed;
  const kind = kinds[Math.floor(code / perKind)];
  if (kind === undefined)
    throw new RangeError(
      `decodeOutcome: \`code\` ${code} is of no kind of deadline. It was written by a newer gateway.`,
    );
  return {
    kind,
    isMissed: code % perKind >= missed,
    ...(workingDays !== neverKept && { workingDays }),
  };
};
