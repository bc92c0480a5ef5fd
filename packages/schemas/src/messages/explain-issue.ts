import type * as z from 'zod/mini';
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

/** More choices than these are a list to look up, not a sentence. */
const mostOptions = 12;

/** Zod calls every pattern of ours `regex`; the member's name tells what it is the pattern of. */
const formatOf = (format: string, path: Path): ExpectedFormat => {
  const known = expectedFormats.get(format);
  if (known !== undefined) return known;
  const name = path.filter((segment) => typeof segment === 'string').at(-1) ?? '';
  if (name === 'regionCode' || name === 'trackingId') return name;
  if (name === 'phone') return 'phoneNumber';
  if (name === 'attachments' || /(?:^i|I)d$/.test(name)) return 'identifier';
  return 'other';
};

const valueAt = (input: unknown, path: Path): unknown => {
  let value = input;
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[segment];
  }
  return value;
};

/** A check of our own names its code in `params`. One that needs facts which `params` cannot be trusted to hold is not taken from there. */
const explainCustom = ({ params }: z.core.$ZodIssueCustom, path: Path): Explanation => {
  const code: unknown = params?.['code'];
  switch (code) {
    case 'required':
    case 'inFuture':
    case 'unknownReference':
    case 'duplicate':
    case 'rangeEmpty':
      return { path, code, facts: {} };
    case 'tooOld': {
      const earliest: unknown = params?.['earliest'];
      return { path, code, facts: typeof earliest === 'string' ? { earliest } : {} };
    }
    default:
      return { path, code: 'notAllowed', facts: {} };
  }
};

const explainChoice = (values: readonly unknown[], path: Path, value: unknown): Explanation => {
  if (value === undefined) return { path, code: 'required', facts: {} };
  return { path, code: 'notOneOf', facts: { options: values.length > mostOptions ? [] : values.map(String) } };
};

const outOfReach = 1e9;

/** How far a branch of a union is from the value: one that already has the wrong type at its root is farthest. */
const distance = (issues: readonly Issue[]): number =>
  issues.length + (issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0) ? outOfReach : 0);

const explainUnion = (
  issue: z.core.$ZodIssueInvalidUnion,
  path: Path,
  value: unknown,
  input: unknown,
): Explanation[] => {
  if (value === undefined) return [{ path, code: 'required', facts: {} }];
  if (issue.inclusive === false) return [{ path, code: 'notAllowed', facts: {} }];
  if (issue.discriminator !== undefined) return [explainChoice(issue.options ?? [], path, value)];
  const [closest, ...others] = [...issue.errors].sort((one, other) => distance(one) - distance(other));
  if (closest === undefined) return [{ path, code: 'notAllowed', facts: {} }];
  if (distance(closest) >= outOfReach && others.length > 0)
    return [{ path, code: 'wrongType', facts: { expected: 'other' } }];
  return closest.flatMap((nested) => explainAt(nested, path, input));
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
    case 'not_multiple_of':
      return [{ path, code: 'wrongFormat', facts: { format: 'other' } }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], code: 'unknownField', facts: {} }));
    case 'invalid_union':
      return explainUnion(issue, path, value, input);
    case 'invalid_key':
      return [{ path, code: 'unknownField', facts: {} }];
    case 'invalid_element':
      return [{ path, code: 'notAllowed', facts: {} }];
    case 'invalid_value':
      return [explainChoice(issue.values, path, value)];
    case 'custom':
      return [explainCustom(issue, path)];
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
