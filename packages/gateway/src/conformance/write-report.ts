import type { Need } from './check.ts';
import type { CheckResult } from './run-checks.ts';

const needNames: Readonly<Record<Need, string>> = {
  siteKey: '--key',
  deskKey: '--desk-key',
  v3: '--v3-authorization and --v3-token',
  open311: '--open311-key',
  filing: '--file-reports',
};

/** One result as lines for a person: the rule, and where it is not kept what was expected, what came, and whose rule it is. */
export const linesOf = (result: CheckResult): string => {
  const { id, title, source } = result;
  switch (result.outcome) {
    case 'kept':
      return `  kept      ${id}: ${title}\n`;
    case 'broken':
      return `  BROKEN    ${id}: ${title}\n            expected ${result.expected}\n            came     ${result.came}\n            rule     ${source}\n`;
    case 'unseen':
      return `  UNSEEN    ${id}: ${title}\n            because  ${result.reason}\n            rule     ${source}\n`;
    case 'leftOut':
      return `  left out  ${id}: ${title} (give ${result.missing.map((need) => needNames[need]).join(', ')})\n`;
  }
};

/** How many came out how, in one sentence. */
export const sumOf = (results: readonly CheckResult[]): string => {
  const count = (outcome: CheckResult['outcome']): number => results.filter((one) => one.outcome === outcome).length;
  return `${count('kept')} kept, ${count('broken')} broken, ${count('unseen')} unseen, ${count('leftOut')} left out.\n`;
};

/** Whether a server keeps everything that was looked at. One at which nothing was looked at does not. */
export const isConforming = (results: readonly CheckResult[]): boolean =>
  results.some(({ outcome }) => outcome === 'kept') &&
  results.every(({ outcome }) => outcome === 'kept' || outcome === 'leftOut');
