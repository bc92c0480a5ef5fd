import * as z from 'zod/mini';

/** Who mail is from: an address, with a name or without. */
export interface MailSender {
  readonly name: string;
  readonly address: string;
}

/** What may stand in a header's quoted name: no controls, and nothing that ends or begins another part. */
const plainName = /^[^\p{C}<>"\\@,;:]{1,100}$/u;

/**
 * Reads `LAPOR! Sumatera Barat <lapor@sumbarprov.example>` or `lapor@sumbarprov.example`.
 *
 * @returns `undefined` when it is neither.
 */
export const readMailSender = (text: string): MailSender | undefined => {
  const [, named, inBrackets] = /^([^<>]*)<([^<>]*)>$/.exec(text.trim()) ?? [];
  const [name, address] = [named?.trim() ?? '', (inBrackets ?? text).trim()];
  if (!z.safeParse(z.email(), address).success || (name !== '' && !plainName.test(name))) return undefined;
  return { name, address };
};
