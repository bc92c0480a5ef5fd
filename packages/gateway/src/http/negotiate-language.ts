import type { Language } from '@lapor/schemas';

/**
 * The language for an answer: the first of `id` and `en` that `Accept-Language` asks for with the highest weight,
 * Indonesian when it asks for neither (RFC 9110, 12.5.4).
 */
export const negotiateLanguage = (header: string | null): Language => {
  if (header === null) return 'id';
  const wanted = header
    .slice(0, 500)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
      const weight = parameters
        .map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1])
        .find((found) => found !== undefined);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return wanted.find(({ language }) => language === 'id' || language === 'en')?.language === 'en' ? 'en' : 'id';
};
