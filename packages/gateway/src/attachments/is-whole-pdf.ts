/** Readers look for the end mark in the last kilobyte (ISO 32000-1, Annex H, note 18); some writers leave more behind it. */
const tail = 2048;

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Whether bytes are a whole PDF as far as its ends tell: its version in the very first bytes, and the mark that closes it. */
export const isWholePdf = (bytes: Uint8Array): boolean =>
  /^%PDF-[12]\.\d/.test(textOf(bytes.subarray(0, 8))) && textOf(bytes.subarray(-tail)).includes('%%EOF');
