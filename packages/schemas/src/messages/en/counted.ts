import { formatNumber } from '../formats.ts';

/** A number with its noun in the right form: `1 character`, `12 characters`. */
export const counted = (count: number, one: string, other: string): string =>
  `${formatNumber(count, 'en-GB')} ${new Intl.PluralRules('en').select(count) === 'one' ? one : other}`;
