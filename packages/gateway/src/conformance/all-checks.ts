import type { Check } from './check.ts';
import { open311Checks } from './open311-checks.ts';
import { open311FilingChecks } from './open311-filing-checks.ts';
import { v1Checks } from './v1-checks.ts';
import { v1FilingChecks } from './v1-filing-checks.ts';
import { v1DeskChecks } from './v1-desk-checks.ts';
import { v3Checks } from './v3-checks.ts';
import { v3FilingChecks } from './v3-filing-checks.ts';

/** Every check, in the order in which they are run. A door brings its own list. */
export const allChecks: readonly Check[] = [
  ...v1Checks,
  ...v1FilingChecks,
  ...v1DeskChecks,
  ...v3Checks,
  ...v3FilingChecks,
  ...open311Checks,
  ...open311FilingChecks,
];
