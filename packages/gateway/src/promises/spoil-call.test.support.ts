import { endpoints } from '@lapor/schemas/contract';
import fc from 'fast-check';
import type { RawCall } from './ask.test.support.ts';
import {
  hostileBodies,
  hostileHeader,
  hostileNames,
  hostileText,
  hostileValue,
} from './hostile-values.test.support.ts';
import { headersOf, type SampleCall } from './sample-call.test.support.ts';

/** Every place in a value, as the names that lead there. */
const placesIn = (value: unknown, way: readonly string[] = []): (readonly string[])[] => [
  way,
  ...(value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([name, member]) => placesIn(member, [...way, name]))
    : []),
];

/** The value with something else at one place; a member that becomes `undefined` is absent. */
const changed = (value: unknown, [name, ...rest]: readonly string[], change: (before: unknown) => unknown): unknown => {
  if (name === undefined) return change(value);
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...(value as object) };
  const members = copy as Record<string, unknown>;
  members[name] = changed(members[name], rest, change);
  return copy;
};

/** A name that JSON can carry; `__proto__` must be made a member of its own rather than a parent. */
const withMember = (value: unknown, name: string, member: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries([...Object.entries(value), [name, member]])
    : [value, member];

/** A body that differs from a sound one at one place, or is none at all. */
const spoiltBody = (body: unknown): fc.Arbitrary<RawCall['body']> => {
  const place = fc.constantFrom(...placesIn(body));
  const json = (value: unknown): string => JSON.stringify(value) ?? '';
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(place, hostileValue).map(([way, value]) => json(changed(body, way, () => value))),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(place, fc.constantFrom(...hostileNames), hostileValue)
        .map(([way, name, value]) => json(changed(body, way, (before) => withMember(before, name, value)))),
    },
    { weight: 1, arbitrary: place.map((way) => json(changed(body, way, () => undefined))) },
    { weight: 1, arbitrary: place.map((way) => json(changed(body, way, (before) => [before, before]))) },
    { weight: 2, arbitrary: fc.constantFrom(...hostileBodies) },
  );
};

/** Percent-encoded, well or badly; a segment that is empty or dots would be another path. */
const spoiltSegment = fc.oneof(
  hostileText.filter((text) => !/^\.{0,2}$/.test(text)).map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom(
    '%00',
    '%E0%A4%A',
    '%',
    '%zz',
    '%2F',
    '%2e%2e',
    '%C3%28',
    '%F0%9F%9A%A7',
    'x'.repeat(8000),
    '1;a=b',
    '1%0d%0a',
  ),
);

const spoiltPath = ({ operationId, parameters = {} }: SampleCall): fc.Arbitrary<string> => {
  const names = Object.keys(parameters);
  if (names.length === 0) return fc.constant(endpoints[operationId].path);
  return fc
    .record(
      Object.fromEntries(
        names.map((name) => [name, fc.oneof(fc.constant(encodeURIComponent(parameters[name]!)), spoiltSegment)]),
      ),
    )
    .map((values) =>
      (endpoints[operationId].path as string).replace(/\{([^}]+)\}/g, (_, name: string) => values[name] as string),
    );
};

const queryNames = [
  'q',
  'cursor',
  'limit',
  'region',
  'institution',
  'from',
  'until',
  'status',
  'category',
  'parent',
  'level',
  'kind',
  'view',
  'order',
  'expires',
  'signature',
  '__proto__',
  'x',
  'period',
  'classification',
] as const;

const spoiltQuery = ({ query = {} }: SampleCall): fc.Arbitrary<string> =>
  fc.array(fc.tuple(fc.constantFrom(...queryNames), hostileText), { maxLength: 3 }).map((more) => {
    const search = new URLSearchParams([...Object.entries(query), ...more]).toString();
    return search && `?${search}`;
  });

/** Calls that begin as a sound one and are spoilt in one or more of their parts. */
export const spoiltCallsOf = (sample: SampleCall): fc.Arbitrary<RawCall> => {
  const { method } = endpoints[sample.operationId];
  const hasBody = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
  const sound =
    sample.body instanceof Uint8Array
      ? (sample.body as Uint8Array<ArrayBuffer>)
      : sample.body === undefined
        ? undefined
        : JSON.stringify(sample.body);
  const soundPath = (endpoints[sample.operationId].path as string).replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(sample.parameters?.[name] ?? ''),
  );
  const mostly = <Value>(usual: Value, spoilt: fc.Arbitrary<Value>, weight: number) =>
    fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: spoilt });
  return fc
    .record({
      path: mostly(soundPath, spoiltPath(sample), 3),
      search: mostly(new URLSearchParams(sample.query).toString().replace(/^(?=.)/, '?'), spoiltQuery(sample), 1),
      body: hasBody
        ? fc.oneof(
            { weight: 1, arbitrary: fc.constant(sound) },
            { weight: 4, arbitrary: spoiltBody(sample.body instanceof Uint8Array ? {} : (sample.body ?? {})) },
          )
        : fc.constant(undefined),
      headers: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(hostileHeader, { minLength: 1, maxLength: 3 }) },
      ),
    })
    .map(({ path, search, body, headers }) => ({
      method,
      path: `${path}${search}`,
      headers: {
        ...headersOf({ ...sample, body: body === undefined ? undefined : (sample.body ?? {}) }),
        ...Object.fromEntries(headers),
      },
      body,
    }));
};
