import { problemStatus, type FieldError, type Problem, type ProblemCode } from '../../problem.ts';
import { problems } from '../../messages/id/problems.ts';
import { problemFacts } from './problem-facts.ts';

const fieldErrors: Partial<Record<ProblemCode, readonly FieldError[]>> = {
  validationFailed: [
    {
      pointer: '/title',
      in: 'body',
      code: 'tooShort',
      message: 'Judul laporan paling pendek 3 huruf. Tambahkan 1 huruf lagi.',
    },
  ],
};

/** The sentences of a problem as people read them in Indonesian, for instance. */
const sentencesOf = (code: ProblemCode): Pick<Problem, 'title' | 'detail'> => {
  const { title, detail } = problems[code];
  const facts = (problemFacts as Partial<Record<ProblemCode, unknown>>)[code];
  return { title, detail: (detail as (facts: unknown) => string)(facts) };
};

/** What a gateway answers for a problem, for instance, to a caller who asks for no other language. */
export const exampleProblem = (code: ProblemCode): Problem => {
  const errors = fieldErrors[code];
  return {
    type: `urn:lapor:problem:${code}`,
    ...sentencesOf(code),
    status: problemStatus[code],
    instance: 'urn:lapor:request:0193a1f2-6c0e-7b52-9d3e-5a4c8f2b1e70',
    code,
    ...(errors && { errors: [...errors] }),
  };
};
