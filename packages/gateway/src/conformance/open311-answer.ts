import * as z from 'zod/mini';
import type { ConformanceAnswer, ConformanceContext } from './conformance-context.ts';
import { expectThat } from './deviation.ts';
import { expectAnswered, expectShape } from './expect-shape.ts';

const base = '/open311/v2';

/** Reads something at the Open311 door. The key names the jurisdiction to servers that have several. */
export const readOpen311 = (
  context: ConformanceContext,
  path: string,
  query: Readonly<Record<string, string>> = {},
): Promise<ConformanceAnswer> =>
  context.call(
    'GET',
    `${base}/${path}?${new URLSearchParams({ api_key: context.target.open311Key ?? '', ...query }).toString()}`,
  );

/** Posts a form to the Open311 door. */
export const postOpen311 = (
  context: ConformanceContext,
  path: string,
  fields: Readonly<Record<string, string>>,
  key: string = context.target.open311Key ?? '',
): Promise<ConformanceAnswer> =>
  context.call('POST', `${base}/${path}`, {
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams({ api_key: key, ...fields }).toString(),
  });

/** Expects a 2xx with JSON of a shape. @throws Deviation */
export const expectOpen311 = <Schema extends z.ZodMiniType>(
  answer: ConformanceAnswer,
  schema: Schema,
  what: string,
): z.output<Schema> => {
  expectAnswered(answer, what);
  const type = answer.headers.get('content-type') ?? '';
  expectThat(/^application\/json\b.*charset=utf-8/i.test(type), '`application/json; charset=utf-8`', type);
  return expectShape(answer, schema, what);
};

const Errors = z
  .array(z.object({ code: z.union([z.number(), z.string()]), description: z.string() }))
  .check(z.minLength(1));

/** Expects a refusal as the specification writes it. @throws Deviation */
export const expectErrors = (answer: ConformanceAnswer, status: number): void => {
  expectThat(answer.status === status, `${status}`, answer.told);
  expectThat(z.safeParse(Errors, answer.body).success, 'a list of `code` and `description`', answer.told);
};

/** What the elements of a name hold, in their order, with the five entities of XML undone. */
export const elementsIn = (text: string, name: string): string[] =>
  [...text.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, inner = '']) =>
    inner
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  );
