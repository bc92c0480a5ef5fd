import type { DeadlineKind, Timeliness } from '@lapor/schemas';
import type { DeadlineCounts } from './statistics-counts.ts';
import { suppress } from './suppress.ts';
import { countOf, isTellable, sumOf, type Tally } from './tally.ts';

/** The value in the middle of many, by how often each occurs; of an even number, what lies between the two in the middle. */
const medianOf = (frequencies: ReadonlyMap<number, Tally>): number => {
  const values = [...frequencies].sort(([one], [other]) => one - other);
  const total = countOf(sumOf(frequencies.values()));
  const valueAt = (place: number): number => {
    let seen = 0;
    return values.find(([, tally]) => (seen += countOf(tally)) > place)?.[0] ?? 0;
  };
  return (valueAt(Math.floor((total - 1) / 2)) + valueAt(Math.floor(total / 2))) / 2;
};

const medianWorkingDays = ({ workingDays }: DeadlineCounts, least: number): number | null => {
  const all = sumOf(workingDays.values());
  return countOf(all) > 0 && isTellable(all, least) ? medianOf(workingDays) : null;
};

/** Kinds of deadline of which every report has exactly one. */
const oncePerReport: ReadonlySet<DeadlineKind> = new Set(['verification', 'completion', 'legalLimit']);

const minus = (one: Tally, other: Tally): Tally => ({
  public: one.public - other.public,
  confidential: one.confidential - other.confidential,
});

/**
 * One row of timeliness. Of the kinds that every report has once, the parts add up to all reports but for those whose
 * deadline was lifted, so that a small part, or a small number of lifted ones, is hidden as in any other sum.
 *
 * @param all the reports of the slice.
 */
export const timelinessOf = (kind: DeadlineKind, counts: DeadlineCounts, all: Tally, least: number): Timeliness => {
  const { met, missed, running } = counts;
  const median = medianWorkingDays(counts, least);
  if (!oncePerReport.has(kind)) {
    const told = (tally: Tally) => (isTellable(tally, least) ? countOf(tally) : null);
    return { kind, met: told(met), missed: told(missed), running: told(running), medianWorkingDays: median };
  }
  const lifted = minus(all, sumOf([met, missed, running]));
  const parts = new Map(Object.entries({ met, missed, running, lifted }).filter(([, tally]) => countOf(tally) > 0));
  const rows = new Map(suppress(parts, least).map((row) => [row.key, row.count]));
  const isNothingTold = parts.size > 0 && rows.size === 0;
  const told = (name: string) => (isNothingTold ? null : (rows.get(name) ?? (rows.has(name) ? null : 0)));
  return { kind, met: told('met'), missed: told('missed'), running: told('running'), medianWorkingDays: median };
};
