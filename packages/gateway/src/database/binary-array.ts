/** Numbers under which PostgreSQL knows the types of elements, the same in every database (pg_type.dat). */
const typeNumbers = { bytea: 17, text: 25 } as const;

/** Bytes before the first element: dimensions, whether there are nulls, type, length and lower bound. */
const headerLength = 20;

const bytesOf = (value: string | Uint8Array | undefined): Uint8Array | undefined =>
  typeof value === 'string' ? Buffer.from(value) : value;

/**
 * Writes an array with one dimension as PostgreSQL reads it in its binary format. As a text, every quotation mark in it is
 * escaped by the driver and unescaped by the database one character at a time, and bytes become hexadecimal digits.
 *
 * @param values `undefined` for null.
 */
export const binaryArray = (
  type: keyof typeof typeNumbers,
  values: readonly (string | Uint8Array | undefined)[],
): Buffer => {
  const elements = values.map(bytesOf);
  const length = elements.reduce((sum, element) => sum + 4 + (element?.byteLength ?? 0), headerLength);
  const bytes = Buffer.allocUnsafe(length);
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(elements.includes(undefined) ? 1 : 0, 4);
  bytes.writeInt32BE(typeNumbers[type], 8);
  bytes.writeInt32BE(elements.length, 12);
  bytes.writeInt32BE(1, 16);
  let offset = headerLength;
  for (const element of elements) {
    bytes.writeInt32BE(element?.byteLength ?? -1, offset);
    offset += 4;
    if (element === undefined) continue;
    bytes.set(element, offset);
    offset += element.byteLength;
  }
  return bytes;
};
