import * as z from 'zod/mini';

/** Control characters besides tab and line ends. PostgreSQL cannot keep NUL, and nobody types the others on purpose. */
const controls = /[^\P{Cc}\t\n\r]/gu;

/** Half of a surrogate pair: no UTF-8 for it. It is left over when a program cuts a text through an emoji. */
const halfPairs = /\p{Cs}/gu;

/** What nearly every text is without; looking for it once is cheaper than replacing nothing three times. */
const untidy = /[^\P{Cc}\t\n]|\p{Cs}/u;

/** Anything that leaves ink: not a space, a control, a zero-width or direction mark. */
const visible = /[^\p{Z}\p{C}]/u;

/** Replaces what cannot be stored, unit for unit, so that positions in the text stay true. */
export const storableText = (typed: string): string =>
  untidy.test(typed) ? typed.replace(halfPairs, '\uFFFD').replace(controls, ' ') : typed;

/**
 * A text as it is kept: storable, without white space around it, its lines ended by `\n`; empty when nothing in it can be seen.
 *
 * HTML forms send `\r\n` although `maxlength` counts `\n`: without this, a text that just fits in the form would be too long here.
 */
export const tidyText = (typed: string): string => {
  if (!visible.test(typed)) return '';
  return (untidy.test(typed) ? storableText(typed).replace(/\r\n?/g, '\n') : typed).trim();
};

/** As {@link tidyText}, in one line: runs of white space become one space. */
export const tidyLine = (typed: string): string => tidyText(typed).replace(/\s\s+|[^\S ]/g, ' ');

/**
 * The schema of a text of several lines that a person writes. It is tidied by {@link tidyText}, then measured.
 *
 * @param min fewest code points. HTML's `minlength` counts UTF-16 units, and so lets a text of few emoji through that is too short here.
 * @param max most code points.
 */
export const writtenText = (min: number, max: number) =>
  z.string().check(z.overwrite(tidyText), z.minLength(min), z.maxLength(max));

/** As {@link writtenText}, for a text of one line. It is tidied by {@link tidyLine}. */
export const writtenLine = (min: number, max: number) =>
  z.string().check(z.overwrite(tidyLine), z.minLength(min), z.maxLength(max));

/** The schema of a text that is still being written: storable and no longer than `max`, with every position left as it was. */
export const draftText = (max: number) => z.string().check(z.overwrite(storableText), z.maxLength(max));
