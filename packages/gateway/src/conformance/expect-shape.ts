import * as z from 'zod/mini';
import type { ConformanceAnswer } from './conformance-context.ts';
import { Deviation, expectThat, shown } from './deviation.ts';

/** Expects a 2xx. @throws Deviation */
export const expectAnswered = ({ status, told }: ConformanceAnswer, what: string): void =>
  expectThat(status >= 200 && status < 300, `2xx with ${what}`, told);

/** Expects JSON of a shape. @throws Deviation that names the first place where it differs. */
export const expectShape = <Schema extends z.ZodMiniType>(
  answer: ConformanceAnswer,
  schema: Schema,
  what: string,
): z.output<Schema> => {
  const read = z.safeParse(schema, answer.body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Deviation(what, `${issue?.message} at /${issue?.path.join('/')} in ${shown(answer.text)}`);
};
