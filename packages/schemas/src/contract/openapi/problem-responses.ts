import { problemStatus, type ProblemCode } from '../../problem.ts';
import { exampleProblem } from '../documentation/example-problem.ts';
import { problemMeanings } from '../documentation/problems.ts';
import { referenceTo } from './json-schema.ts';

/** Headers beside a problem that tell what to do about it. */
const headersOf: Partial<Record<ProblemCode, readonly string[]>> = {
  keyMissing: ['WWW-Authenticate'],
  keyUnknown: ['WWW-Authenticate'],
  idempotencyInProgress: ['Retry-After'],
  rateLimited: ['Retry-After', 'RateLimit', 'RateLimit-Policy'],
  unavailable: ['Retry-After'],
};

const reference = (kind: string, name: string): { $ref: string } => ({ $ref: `#/components/${kind}/${name}` });

/** A problem as an example of the document. */
export const problemExample = (code: ProblemCode): Record<string, unknown> => ({
  summary: code,
  value: exampleProblem(code),
});

/** The problems of one status as one response of the document. */
export const problemResponse = (codes: readonly ProblemCode[]): Record<string, unknown> => {
  const headers = ['Content-Language', ...new Set(codes.flatMap((code) => headersOf[code] ?? []))];
  return {
    description: codes.map((code) => `\`${code}\`: ${problemMeanings[code]}`).join('\n\n'),
    headers: Object.fromEntries(headers.map((name) => [name, reference('headers', name)])),
    content: {
      'application/problem+json': {
        schema: { $ref: referenceTo('Problem') },
        examples: Object.fromEntries(codes.map((code) => [code, reference('examples', code)])),
      },
    },
  };
};

/** The problems by their status. */
export const byStatus = (codes: readonly ProblemCode[]): ReadonlyMap<number, ProblemCode[]> => {
  const groups = new Map<number, ProblemCode[]>();
  for (const code of codes) groups.set(problemStatus[code], [...(groups.get(problemStatus[code]) ?? []), code]);
  return groups;
};

/** The name of the component that holds the response to some problems of one status. */
export const responseName = (codes: readonly ProblemCode[]): string => codes.join('.');
