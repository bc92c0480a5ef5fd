import type { Check, Need } from './check.ts';
import { type ConformanceContext, type ConformanceTarget, createConformanceContext } from './conformance-context.ts';
import { Deviation } from './deviation.ts';

/** What came of one check. */
export type CheckResult = Pick<Check, 'id' | 'title' | 'source'> &
  (
    | { readonly outcome: 'kept' }
    | { readonly outcome: 'broken'; readonly expected: string; readonly came: string }
    /** It could not be seen: the server did not answer, or the check itself stumbled. */
    | { readonly outcome: 'unseen'; readonly reason: string }
    | { readonly outcome: 'leftOut'; readonly missing: readonly Need[] }
  );

const has = (target: ConformanceTarget): Readonly<Record<Need, boolean>> => ({
  siteKey: target.siteKey !== undefined,
  deskKey: target.deskKey !== undefined,
  v3: target.v3 !== undefined,
  open311: target.open311Key !== undefined,
  filing: target.filing,
});

const reasonOf = (error: unknown): string => {
  const { name, message, cause } = error as Error;
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  return name === 'TimeoutError' ? 'no answer came in time' : [message, code].filter(Boolean).join(' ');
};

const look = async (check: Check, context: ConformanceContext): Promise<CheckResult> => {
  const { id, title, source } = check;
  const had = has(context.target);
  const missing = check.needs.filter((need) => !had[need]);
  if (missing.length > 0) return { id, title, source, outcome: 'leftOut', missing };
  try {
    await check.run(context);
    return { id, title, source, outcome: 'kept' };
  } catch (error) {
    if (error instanceof Deviation)
      return { id, title, source, outcome: 'broken', expected: error.expected, came: error.came };
    return { id, title, source, outcome: 'unseen', reason: reasonOf(error) };
  }
};

/** Runs checks one after another against a server, and tells what came of each. */
export const runChecks = async (
  checks: readonly Check[],
  target: ConformanceTarget,
  tell: (result: CheckResult) => void = () => {},
): Promise<CheckResult[]> => {
  const context = createConformanceContext(target);
  const results: CheckResult[] = [];
  for (const check of checks) {
    const result = await look(check, context);
    tell(result);
    results.push(result);
  }
  return results;
};
