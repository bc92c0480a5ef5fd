// Stands in for `zod/mini` in the files for pages: what the contract's own schemas use of it, judging alike. zod itself would
// be half of all that a page loads to send a report. `zod-mini.test.ts` holds the two side by side.

type Path = readonly PropertyKey[];

/** An issue as zod words it, as far as the contract's sentences read it. */
interface Issue {
  readonly code: string;
  path: Path;
  /** Later checks of the same value still run. Without it they do not, and `false` also stops those of lengths. */
  readonly continue?: boolean;
  readonly [fact: string]: unknown;
}

/** A value while it is judged. */
interface Payload {
  value: unknown;
  readonly issues: Issue[];
}

type Check = (payload: Payload) => void;

/** Judges a value that is being parsed: may change it, and adds what is wrong. */
type Parse = (payload: Payload) => void;

/** The checks that look at anything that has a length, even when its type is wrong already; of them, who sets a most. */
const ofLength = new WeakMap<Check, 'least' | 'most'>();

interface Schema {
  readonly parse: Parse;
  /** What is taken where nothing is given: nothing, or a value. Absent where something must be given. */
  readonly fallback?: { readonly value: unknown };
  readonly shape?: Shape;
  readonly isStrict?: boolean;
  readonly isArray?: boolean;
  check(...checks: Check[]): Schema;
  safeParse(value: unknown): { data?: unknown; error?: { issues: Issue[] } };
}

type Shape = Readonly<Record<string, Schema>>;

const isAborted = ({ issues }: Payload): boolean => issues.some((issue) => !issue.continue);

/* @__NO_SIDE_EFFECTS__ */
const schema = (parse: Parse, facts: Partial<Schema> = {}): Schema => ({
  ...facts,
  parse,
  check: (...checks) =>
    schema((payload) => {
      // Of a list that is too long nobody reads the entries.
      if (facts.isArray && Array.isArray(payload.value))
        for (const one of checks) {
          if (ofLength.get(one) !== 'most') continue;
          const tooLong: Payload = { value: payload.value, issues: [] };
          one(tooLong);
          for (const issue of tooLong.issues) return void payload.issues.push({ ...issue, continue: false });
        }
      parse(payload);
      let isOver = isAborted(payload);
      for (const one of checks) {
        const { issues, value } = payload;
        if (ofLength.has(one)) {
          if (issues.some((issue) => issue.continue === false) || (value as string | null)?.length === undefined)
            continue;
        } else if (isOver) continue;
        const before = issues.length;
        one(payload);
        isOver ||= issues.slice(before).some((issue) => !issue.continue);
      }
    }, facts),
  safeParse: (value) => safeParse({ parse }, value),
});

/** Judges a part of a value, and says what is wrong with it where it stands. */
const parseAt = ({ parse }: Pick<Schema, 'parse'>, value: unknown, { issues }: Payload, ...path: Path): unknown => {
  const part: Payload = { value, issues: [] };
  parse(part);
  issues.push(...part.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })));
  return part.value;
};

/** @see zod's `safeParse` */
export const safeParse = (of: Pick<Schema, 'parse'>, value: unknown): ReturnType<Schema['safeParse']> => {
  const payload: Payload = { value, issues: [] };
  of.parse(payload);
  return payload.issues.length > 0 ? { error: { issues: payload.issues } } : { data: payload.value };
};

const typed =
  (expected: string, isOne: (value: unknown) => boolean): Parse =>
  (payload) => {
    if (!isOne(payload.value)) payload.issues.push({ code: 'invalid_type', expected, path: [] });
  };

const type = (expected: string) => typed(expected, (value) => typeof value === expected);

/* @__NO_SIDE_EFFECTS__ */
export const unknown = (): Schema => schema(() => {});
/* @__NO_SIDE_EFFECTS__ */
export const string = (): Schema => schema(type('string'));
/* @__NO_SIDE_EFFECTS__ */
export const boolean = (): Schema => schema(type('boolean'));
/* @__NO_SIDE_EFFECTS__ */
export const number = (): Schema => schema(typed('number', Number.isFinite));

const whole: Check = ({ value, issues }) => {
  if (!Number.isInteger(value)) issues.push({ code: 'invalid_type', expected: 'int', path: [], continue: false });
  else if (!Number.isSafeInteger(value)) {
    const limits = { origin: 'int', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
    issues.push({ code: Number(value) > 0 ? 'too_big' : 'too_small', ...limits, path: [], continue: true });
  }
};
/* @__NO_SIDE_EFFECTS__ */
export const int = (): Schema => number().check(whole);

const oneOf = (values: readonly unknown[]): Schema =>
  schema(({ value, issues }) => {
    if (!values.includes(value)) issues.push({ code: 'invalid_value', values, path: [] });
  });
/* @__NO_SIDE_EFFECTS__ */
const enumOf = (options: readonly string[]): Schema => Object.assign(oneOf(options), { options });
export { enumOf as enum };
/* @__NO_SIDE_EFFECTS__ */
export const literal = (value: unknown): Schema => oneOf([value]);

/* @__NO_SIDE_EFFECTS__ */
export const optional = (inner: Schema): Schema =>
  schema(
    (payload) => {
      if (payload.value !== undefined || inner.fallback) inner.parse(payload);
    },
    { fallback: inner.fallback ?? { value: undefined } },
  );
/* @__NO_SIDE_EFFECTS__ */
export const nullable = (inner: Schema): Schema =>
  schema((payload) => {
    if (payload.value !== null) inner.parse(payload);
  });
/* @__NO_SIDE_EFFECTS__ */
export const _default = (inner: Schema, value: unknown): Schema =>
  schema(
    (payload) => {
      if (payload.value === undefined) payload.value = value;
      else inner.parse(payload);
    },
    { fallback: { value } },
  );

/* @__NO_SIDE_EFFECTS__ */
export const array = (item: Schema): Schema =>
  schema(
    (payload) => {
      const { value } = payload;
      if (!Array.isArray(value)) payload.issues.push({ code: 'invalid_type', expected: 'array', path: [] });
      else payload.value = value.map((one, index) => parseAt(item, one, payload, index));
    },
    { isArray: true },
  );

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectOf = (shape: Shape, isStrict: boolean): Schema =>
  schema(
    (payload) => {
      const { value, issues } = payload;
      if (!isObject(value)) return void issues.push({ code: 'invalid_type', expected: 'object', path: [] });
      const read: Record<string, unknown> = {};
      for (const [key, member] of Object.entries(shape)) {
        const one = parseAt(member, value[key], payload, key);
        if (one !== undefined || key in value) read[key] = one;
      }
      payload.value = read;
      const keys = isStrict ? Object.keys(value).filter((key) => !Object.keys(shape).includes(key)) : [];
      if (keys.length > 0) issues.push({ code: 'unrecognized_keys', keys, path: [], continue: true });
    },
    { shape, isStrict },
  );
/* @__NO_SIDE_EFFECTS__ */
export const object = (shape: Shape): Schema => objectOf(shape, false);
/* @__NO_SIDE_EFFECTS__ */
export const strictObject = (shape: Shape): Schema => objectOf(shape, true);
/* @__NO_SIDE_EFFECTS__ */
export const extend = (base: Schema, more: Shape): Schema =>
  objectOf({ ...base.shape, ...more }, base.isStrict === true);

/* @__NO_SIDE_EFFECTS__ */
export const record = (key: Schema, member: Schema): Schema =>
  schema((payload) => {
    const { value, issues } = payload;
    if (!isObject(value)) return void issues.push({ code: 'invalid_type', expected: 'record', path: [] });
    const read: Record<string, unknown> = {};
    for (const [name, one] of Object.entries(value)) {
      if (name === '__proto__') continue;
      if (safeParse(key, name).error) issues.push({ code: 'invalid_key', path: [name] });
      else read[name] = parseAt(member, one, payload, name);
    }
    payload.value = read;
  });

/* @__NO_SIDE_EFFECTS__ */
export const union = (options: readonly Schema[]): Schema =>
  schema((payload) => {
    const results = options.map(({ parse }) => {
      const result: Payload = { value: payload.value, issues: [] };
      parse(result);
      return result;
    });
    const right = results.find(({ issues }) => issues.length === 0);
    // The one branch that has the right type speaks alone.
    const [only, ...others] = results.filter((result) => !isAborted(result));
    const spoken = right ?? (others.length === 0 ? only : undefined);
    if (spoken) {
      payload.value = spoken.value;
      payload.issues.push(...spoken.issues);
    } else payload.issues.push({ code: 'invalid_union', errors: results.map(({ issues }) => issues), path: [] });
  });

/* @__NO_SIDE_EFFECTS__ */
export const overwrite =
  (change: (value: never) => unknown): Check =>
  (payload) => {
    payload.value = change(payload.value as never);
  };

const formatted =
  (format: string, pattern: RegExp): Check =>
  ({ value, issues }) => {
    if (!pattern.test(value as string)) issues.push({ code: 'invalid_format', format, path: [], continue: true });
  };
/* @__NO_SIDE_EFFECTS__ */
export const regex = (pattern: RegExp): Check => formatted('regex', pattern);
/* @__NO_SIDE_EFFECTS__ */
export const stringFormat = (format: string, pattern: RegExp): Schema => string().check(formatted(format, pattern));

/** Real days only, those of leap years included. */
const date =
  /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8])))$/;
export const regexes = { date };
export const iso = { date: /* @__NO_SIDE_EFFECTS__ */ (): Schema => stringFormat('date', date) };
/* @__NO_SIDE_EFFECTS__ */
export const email = (): Schema =>
  stringFormat('email', /^(?:[\w'+-]+\.)*[\w'+-]*[\w+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/);

const codePoints = (value: string | unknown[]): number => (typeof value === 'string' ? [...value] : value).length;

const length = (kind: 'least' | 'most', isWrong: (length: number) => boolean, issue: object): Check => {
  const check: Check = ({ value, issues }) => {
    const measured = value as string | unknown[];
    const origin = Array.isArray(value) ? 'array' : typeof value;
    if (isWrong(codePoints(measured))) issues.push({ ...(issue as Issue), origin, path: [], continue: true });
  };
  ofLength.set(check, kind);
  return check;
};
/* @__NO_SIDE_EFFECTS__ */
export const minLength = (minimum: number): Check =>
  length('least', (measured) => measured < minimum, { code: 'too_small', minimum });
/* @__NO_SIDE_EFFECTS__ */
export const maxLength = (maximum: number): Check =>
  length('most', (measured) => measured > maximum, { code: 'too_big', maximum });

const limit =
  (isWrong: (value: number) => boolean, issue: object): Check =>
  ({ value, issues }) => {
    if (isWrong(value as number)) issues.push({ ...(issue as Issue), origin: 'number', path: [], continue: true });
  };
/* @__NO_SIDE_EFFECTS__ */
export const minimum = (least: number): Check => limit((value) => value < least, { code: 'too_small', minimum: least });
/* @__NO_SIDE_EFFECTS__ */
export const maximum = (most: number): Check => limit((value) => value > most, { code: 'too_big', maximum: most });

export const coerce = { number };
