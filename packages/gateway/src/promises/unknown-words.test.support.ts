import * as z from 'zod/mini';

/**
 * Words in an answer that the contract does not name. A client has to bear them from a newer gateway; this gateway and
 * this contract are of one version, so that such a word is a mistake.
 *
 * @returns the path of each, with the word.
 */
export const unknownWords = (schema: z.core.$ZodType, value: unknown, path = ''): string[] => {
  const { known } = schema as { known?: z.ZodMiniType };
  if (known) return z.safeParse(known, value).success ? [] : [`${path} ${JSON.stringify(value)}`];
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (value === undefined || value === null) return [];
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([name, part]) =>
        unknownWords(part, (value as Record<string, unknown>)[name], `${path}/${name}`),
      );
    case 'array':
      return (value as unknown[]).flatMap((item, index) => unknownWords(def.element, item, `${path}/${index}`));
    case 'optional':
    case 'nullable':
    case 'default':
      return unknownWords(def.innerType, value, path);
    default:
      return [];
  }
};
