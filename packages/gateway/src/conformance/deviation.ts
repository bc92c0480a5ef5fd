/** What a server did otherwise than a check expected. */
export class Deviation extends Error {
  override readonly name = 'Deviation';
  /** What should have come, as the end of "expected …". */
  readonly expected: string;
  /** What came instead, as the end of "came …". Of bodies only the beginning. */
  readonly came: string;

  constructor(expected: string, came: string) {
    super(`expected ${expected}, came ${came}`);
    this.expected = expected;
    this.came = came;
  }
}

const longest = 300;

/** A value as it can stand in a report. */
export const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line || 'nothing';
};

/** @throws Deviation unless the condition holds. */
export const expectThat: (condition: boolean, expected: string, came: unknown) => asserts condition = (
  condition,
  expected,
  came,
) => {
  if (!condition) throw new Deviation(expected, shown(came));
};
