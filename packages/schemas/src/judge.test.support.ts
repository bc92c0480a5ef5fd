import assert from 'node:assert/strict';
import type * as z from 'zod/mini';

/** The way from the root of a value to one of its parts. */
export type Path = readonly (string | number)[];

/** Every place in a value, the root first. */
export const placesIn = (value: unknown, path: Path = []): Path[] => {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, part]) =>
      placesIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
};

/** A copy of a value with one place changed. */
export const changed = (value: unknown, [key, ...rest]: Path, change: (part: unknown) => unknown): unknown => {
  if (key === undefined) return change(value);
  const copy: unknown = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  const part = (copy as Record<string | number, unknown>)[key];
  (copy as Record<string | number, unknown>)[key] = changed(part, rest, change);
  return copy;
};

/** A JSON Pointer (RFC 6901) to a place. */
export const pointerTo = (path: Path): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** What a schema said: what the value parses to, or what is wrong and where. */
export type Verdict =
  | { readonly data: unknown }
  | { readonly problems: readonly { readonly pointer: string; readonly code: string }[] };

/**
 * Lets a schema judge a value, and asserts what holds for every verdict: nothing is thrown, and whatever is wrong has a
 * code and a place that can be written as a JSON Pointer.
 */
export const judge = (schema: z.ZodMiniType, value: unknown): Verdict => {
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data };
  const problems = result.error.issues.map(({ code, path }) => {
    for (const key of path)
      assert.ok(typeof key === 'string' || Number.isSafeInteger(key), `a JSON Pointer cannot name ${String(key)}`);
    return { code: code ?? '', pointer: pointerTo(path as Path) };
  });
  assert.ok(problems.length > 0, 'a refusal gives a reason');
  const unclear = problems.find(
    ({ code, pointer }) => !/^[a-z_]+$/.test(code) || !/^(\/([^~/]|~[01])*)*$/.test(pointer),
  );
  assert.equal(unclear, undefined, 'every reason has a code, and a JSON Pointer as in RFC 6901');
  return { problems };
};
