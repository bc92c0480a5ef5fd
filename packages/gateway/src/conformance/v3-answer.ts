import * as z from 'zod/mini';
import type { ConformanceAnswer, ConformanceCall, ConformanceContext } from './conformance-context.ts';
import { expectThat } from './deviation.ts';
import { expectAnswered, expectShape } from './expect-shape.ts';

/** Calls the V3 door. `secrets: 'none'` sends neither of the two; `'noToken'` only the first. */
export const callV3 = (
  { target, call }: ConformanceContext,
  method: 'GET' | 'POST',
  path: string,
  { secrets = 'both', headers = {}, body }: ConformanceCall & { readonly secrets?: 'both' | 'noToken' | 'none' } = {},
): Promise<ConformanceAnswer> => {
  const {
    authorization = '',
    token = '',
    authorizationHeader = 'authorization',
    tokenHeader = 'token',
  } = target.v3 ?? {};
  const own = {
    ...(secrets !== 'none' && { [authorizationHeader]: authorization }),
    ...(secrets === 'both' && { [tokenHeader]: token }),
  };
  return call(method, `${target.v3Base ?? '/lapor/3.0.0'}${path}`, {
    headers: { ...own, ...headers },
    ...(body !== undefined && { body }),
  });
};

/** Expects a 2xx with JSON of a shape. @throws Deviation */
export const expectV3 = <Schema extends z.ZodMiniType>(
  answer: ConformanceAnswer,
  schema: Schema,
  what: string,
): z.output<Schema> => {
  expectAnswered(answer, what);
  return expectShape(answer, schema, what);
};

/** Expects a refusal that is no server error. @throws Deviation */
export const expectV3Refusal = (answer: ConformanceAnswer, ...statuses: readonly number[]): void =>
  expectThat(statuses.includes(answer.status), statuses.join(' or '), answer.told);

/** A number, never a code with dots or a text. */
export const V3Id = z.int().check(z.minimum(1));

/** A page of a list. */
export const v3Page = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({ results: z.object({ data: z.array(item), next_page_url: z.nullable(z.string()) }) });
