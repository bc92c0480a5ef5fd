import { hidden } from './readable-text.ts';
import type { Span } from './span.ts';

const localCharacter = new RegExp(`[\\p{L}\\p{N}._%+'${hidden}-]`, 'u');
const domain = new RegExp(`[\\p{L}\\p{N}${hidden}-]+(?:\\.[\\p{L}\\p{N}${hidden}-]+)*\\.[\\p{L}${hidden}]{2,}`, 'uy');

/** Finds e-mail addresses, from each `@` to both sides, so that a text without one costs nothing. */
export const findEmailAddresses = (plain: string): Span[] => {
  const found: Span[] = [];
  let floor = 0;
  for (let at = plain.indexOf('@'); at >= 0; at = plain.indexOf('@', at + 1)) {
    let start = at;
    while (start > floor && localCharacter.test(plain[start - 1] ?? '')) start -= 1;
    while (plain[start] === '.' || plain[start] === hidden) start += 1;
    domain.lastIndex = at + 1;
    if (start === at || !domain.test(plain)) continue;
    floor = domain.lastIndex;
    found.push({ start, end: floor });
  }
  return found;
};
