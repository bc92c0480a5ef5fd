import fc from 'fast-check';

/** An array in an array, `depth` times. */
const nested = (depth: number): unknown => {
  let value: unknown = [];
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

/** Any row of UTF-16 units, half pairs included. (fast-check's own `binary` texts need a second to get ready.) */
export const anyUnits = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) });

/** Texts that break careless programs. */
export const hostileTexts: readonly string[] = [
  '',
  '   ',
  '\u200B\u200B\u200B\u00A0\uFEFF', // zero-width and no-break spaces only
  'a\u0000b',
  '\uD800', // half a pair
  'abc\uDC00def',
  '\u202Egnp.exe',
  'a\u2028b\u2029c',
  `e${'\u0301'.repeat(5000)}`, // combining flood
  '\r\n\r\n',
  '\u001B[31m',
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  "'; DROP TABLE reports; --",
  '../../etc/passwd',
  '٠٨١٢٣٤٥٦٧٨٩', // digits, but not ASCII ones
  '１２３',
  'İSTANBUL',
  '2026-02-30',
  '2026-11-22T01:15:50+07:00',
];

/** Anything that JSON can carry and some things that only a program can pass in. */
export const hostileValues: readonly unknown[] = [
  ...hostileTexts,
  null,
  undefined,
  true,
  0,
  -0,
  -1,
  0.1,
  1e21,
  2 ** 53,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  10n,
  Symbol('x'),
  () => 'x',
  new Date(0),
  new Map([['type', 'note']]),
  [],
  [[]],
  [null],
  {},
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  Object.assign(Object.create(null) as object, { type: 'note' }),
  { length: 3, 0: 'a' },
  { toString: 'x', valueOf: 'y', then: 'z' },
  nested(10_000),
  Array.from({ length: 100_000 }, () => 0),
  'x'.repeat(1_000_000),
];

/** Those of {@link hostileValues} that are small enough to be put into every place of a value. */
export const smallHostileValues: readonly unknown[] = hostileValues.filter(
  (value) =>
    !(typeof value === 'string' && value.length > 10_000) &&
    !(Array.isArray(value) && (value.length > 10 || value[0]?.length > 0)),
);

/** Texts that PostgreSQL cannot keep, or that no UTF-8 stands for, among letters and digits so that they look like something. */
export const unstorableTexts: readonly string[] = [
  'Lampu\u0000 jalan mati',
  'Lampu jalan mati \uD83D',
  '\uDC00Lampu jalan mati',
];

/** Names for members that nobody asked for. */
export const hostileNames: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  '',
  'a/b~c',
  '\uD800',
  '\u0000',
  '0',
  'x'.repeat(10_000),
];

/** The same function, asked once for each number. */
const remembered = (make: (length: number) => string): ((length: number) => string) => {
  const made = new Map<number, string>();
  return (length) => made.get(length) ?? made.set(length, make(length)).get(length)!;
};

/** One text per way in which a pattern may have to look twice, as long as wanted: for measuring how time grows. */
export const growingTexts: readonly ((length: number) => string)[] = Object.values<(length: number) => string>({
  letters: (length) => 'a'.repeat(length),
  digits: (length) => '1'.repeat(length),
  spaces: (length) => ' '.repeat(length),
  'spaces between letters': (length) => `a${' '.repeat(length)}a`,
  'zero-width spaces': (length) => '\u200B'.repeat(length),
  'line ends': (length) => `a${'\r\n'.repeat(length / 2)}a`,
  'halves of pairs': (length) => '\uD800'.repeat(length),
  controls: (length) => `a${'\u0000'.repeat(length)}`,
  'combining marks': (length) => `e${'\u0301'.repeat(length)}`,
  dots: (length) => 'a.'.repeat(length / 2),
  'local part': (length) => `${'a.'.repeat(length / 2)}@`,
  domain: (length) => `a@${'a.'.repeat(length / 2)}`,
  dashes: (length) => `a@${'a-'.repeat(length / 2)}`,
  'fraction of a second': (length) => `2026-11-22T01:15:50.${'1'.repeat(length)}Z`,
  'region code': (length) => '13.'.repeat(length / 3),
  'international host': (length) => `https://${'ü.'.repeat(length / 2)}`,
  'percent signs': (length) => `https://a.id/${'%'.repeat(length)}`,
  slashes: (length) => '/'.repeat(length),
  openings: (length) => '(('.repeat(length / 2),
}).map(remembered);
