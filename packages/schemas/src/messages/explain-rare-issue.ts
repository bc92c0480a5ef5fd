import type * as z from 'zod/mini';
import { explainChoice } from './explain-choice.ts';
import type { Explanation } from './explanation.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Where an issue lies, in what, and how issues below it are explained. */
export interface IssuePlace {
  readonly path: Path;
  readonly value: unknown;
  readonly input: unknown;
  readonly explainAt: (issue: Issue, base: Path, input: unknown) => Explanation[];
}

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

const outOfReach = 1e9;

/** How far a branch of a union is from the value: one that already has the wrong type at its root is farthest. */
const distance = (issues: readonly Issue[]): number =>
  issues.length + (issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0) ? outOfReach : 0);

const explainUnion = (
  issue: z.core.$ZodIssueInvalidUnion,
  { path, value, input, explainAt }: IssuePlace,
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

/** Explains what no form sends, but a program may: unknown members, values of which no kind fits, checks of our own. */
export const explainRareIssue = (issue: Issue, place: IssuePlace): Explanation[] => {
  const { path } = place;
  switch (issue.code) {
    case 'not_multiple_of':
      return [{ path, code: 'wrongFormat', facts: { format: 'other' } }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], code: 'unknownField', facts: {} }));
    case 'invalid_union':
      return explainUnion(issue, place);
    case 'invalid_key':
      return [{ path, code: 'unknownField', facts: {} }];
    case 'custom':
      return [explainCustom(issue, path)];
    default:
      return [{ path, code: 'notAllowed', facts: {} }];
  }
};
