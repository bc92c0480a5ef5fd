import type * as z from 'zod/mini';
import { explainChoice } from './explain-choice.ts';
import { explainRareIssue } from './explain-rare-issue.ts';
import { explainTooBig, explainTooSmall } from './explain-size.ts';
import type { Explanation } from './explanation.ts';
import type { ExpectedFormat, ExpectedType } from './field-error-facts.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const expectedTypes = new Map<string, ExpectedType>([
  ['string', 'text'],
  ['number', 'number'],
  ['int', 'integer'],
  ['boolean', 'boolean'],
  ['array', 'list'],
  ['tuple', 'list'],
  ['object', 'object'],
  ['record', 'object'],
]);

const expectedFormats = new Map<string, ExpectedFormat>([
  ['email', 'email'],
  ['date', 'date'],
  ['datetime', 'instant'],
  ['url', 'url'],
  ['e164', 'phoneNumber'],
]);

/** Zod calls every pattern of ours `regex`; the member's name tells what it is the pattern of. */
const formatOf = (format: string, path: Path): ExpectedFormat => {
  const known = expectedFormats.get(format);
  if (known !== undefined) return known;
  const name = path.filter((segment) => typeof segment === 'string').pop() ?? '';
  if (name === 'regionCode' || name === 'trackingId') return name;
  if (name === 'phone') return 'phoneNumber';
  if (name === 'attachments' || /(?:^i|I)d$/.test(name)) return 'identifier';
  return 'other';
};

const valueAt = (input: unknown, path: Path): unknown => {
  let value = input;
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.prototype.hasOwnProperty.call(value, segment))
      return undefined;
    value = (value as Record<PropertyKey, unknown>)[segment];
  }
  return value;
};

const explainAt = (issue: Issue, base: Path, input: unknown): Explanation[] => {
  const path = [...base, ...issue.path];
  const value = issue.input ?? valueAt(input, path);
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return [{ path, code: 'required', facts: {} }];
      return [{ path, code: 'wrongType', facts: { expected: expectedTypes.get(issue.expected) ?? 'other' } }];
    case 'too_small':
      return [explainTooSmall(issue, path, value)];
    case 'too_big':
      return [explainTooBig(issue, path, value)];
    case 'invalid_format':
      return [{ path, code: 'wrongFormat', facts: { format: formatOf(issue.format, path) } }];
    case 'invalid_value':
      return [explainChoice(issue.values, path, value)];
    case 'custom':
      if (issue.params?.['code'] === 'required') return [{ path, code: 'required', facts: {} }];
      return explainRareIssue(issue, { path, value, input, explainAt });
    default:
      return explainRareIssue(issue, { path, value, input, explainAt });
  }
};

/**
 * Turns an issue of zod into codes and facts of ours. Zod's own sentences are never read.
 *
 * One issue may become several: each unknown member is its own, and of a union the closest branch speaks.
 *
 * @param input what was parsed: zod does not repeat it, and without it "missing" and "wrong" look alike
 */
export const explainIssue = (issue: Issue, input: unknown): Explanation[] => explainAt(issue, [], input);
