/** Characters that could move the cursor of a terminal or hide what stands there: names come from people. */
const control = /\p{Cc}|\p{Cf}/gu;

/** Rows as aligned columns under their headings; the last column is not padded. */
export const writeTable = (headings: readonly string[], rows: readonly (readonly string[])[]): string => {
  const lines = [headings, ...rows].map((row) => row.map((cell) => cell.replace(control, ' ')));
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map(
      (line) =>
        `${line.map((cell, column) => (column === line.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  ')}\n`,
    )
    .join('');
};

/** Something for programs to read. */
export const writeJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
