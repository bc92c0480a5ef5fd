import { Readable } from 'node:stream';
import { OpenReport } from '@lapor/schemas';
import { stringify } from 'csv-stringify';

/** Columns in the order of the contract. */
export const columns = Object.keys(OpenReport.shape) as (keyof OpenReport)[];

/**
 * What a spreadsheet takes for the beginning of a formula, also behind spaces and in full-width letters. OWASP, "CSV
 * Injection". Only texts are looked at: a number below zero is a number.
 */
const formula = /^[\s\u00A0\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

const defused = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** Rows as CSV (RFC 4180), written while they are read. Texts that look like a formula begin with an apostrophe. */
export const csvOf = (rows: AsyncIterable<readonly OpenReport[]>): ReadableStream<Uint8Array> => {
  const each = async function* (): AsyncGenerator<OpenReport> {
    for await (const portion of rows) yield* portion;
  };
  const csv = stringify({
    header: true,
    columns,
    record_delimiter: 'windows',
    quoted_string: true,
    cast: { string: (text, { header }) => (header ? text : defused(text)) },
  });
  const source = Readable.from(each());
  source.on('error', (error) => csv.destroy(error));
  csv.on('close', () => source.destroy());
  return Readable.toWeb(source.pipe(csv)) as ReadableStream<Uint8Array>;
};
