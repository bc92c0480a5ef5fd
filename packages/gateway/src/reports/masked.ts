import { maskPersonalData } from '@lapor/schemas/text-checks';

/** A text as the public reads it, or `null` when there is nothing to mask: masking is done once, when a text is written. */
export const maskedOrNull = (text: string): string | null => {
  const masked = maskPersonalData(text);
  return masked === text ? null : masked;
};
