import type { FieldError } from '@lapor/schemas';
import { explainIssues, messagesFor } from '@lapor/schemas/messages';
import * as z from 'zod/mini';
import { UsageError } from './usage-error.ts';

/** How parts of what a command makes are called on the command line. */
const optionNames: ReadonlyMap<string, string> = new Map([
  ['id', 'ID'],
  ['name', '--name'],
  ['shortName', '--short-name'],
  ['kind', '--kind'],
  ['parentId', '--parent'],
  ['regionCode', '--region'],
  ['responsibilities', '--responsibility'],
  ['institutionId', '--institution'],
  ['origins', '--origin'],
  ['siteId', '--site'],
  ['role', '--role'],
  ['expiresAt', '--expires'],
]);

/** Field errors with the names that the caller used. */
export const sayErrors = (errors: readonly FieldError[]): string[] =>
  errors.map(({ pointer, code, message }) => {
    const [part = '', ...inner] = pointer.slice(1).split('/');
    const option = optionNames.get(part);
    const name = option ?? [part, ...inner].join('.');
    return name === '' ? message : `\`${name}\`: ${code === 'required' ? 'It must be given.' : message}`;
  });

/**
 * Reads what the options of a command come to.
 *
 * @throws UsageError with everything that is wrong, under the names of the options.
 */
export const readOptions = <Schema extends z.ZodMiniType>(schema: Schema, input: object): z.output<Schema> => {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const result = z.safeParse(schema, given);
  if (result.success) return result.data;
  throw new UsageError(
    sayErrors(explainIssues(result.error, { input: given, sentences: messagesFor('en') })).join('\n  '),
  );
};
