import { readTrackingId, type TrackingId } from '@lapor/schemas';

/** What a message asks for. */
export type SmsCommand =
  | { readonly command: 'report'; readonly content: string }
  | { readonly command: 'status'; readonly trackingId: TrackingId }
  | { readonly command: 'stop' }
  | { readonly command: 'help' };

/** `STATUS 1000001`, also with a `#`, a colon, or without the space. */
const statusPattern = /^status[\s:#]*([\d\s]{1,20})[.!]?$/i;

/** What people everywhere send when they want no more messages, and the Indonesian of it. */
const stopPattern = /^(?:stop|berhenti|unreg)[\s.!]*$/i;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The first word of a text, with the signs behind it that part it from what follows. */
const firstWord = /^([\p{L}\p{N}]+)(?:[\s:.,;#"'-]+|$)/u;

/** What follows the keyword, or `undefined` when the text does not begin with it; `LAPORAN` does not begin with `LAPOR`. */
const afterKeyword = (text: string, keyword: string): string | undefined => {
  let rest = text.trim().replace(/^["'“#(]+/, '');
  for (const wanted of wordsOf(keyword)) {
    const [whole, word] = firstWord.exec(rest) ?? [];
    if (whole === undefined || word?.toLowerCase() !== wanted) return undefined;
    rest = rest.slice(whole.length);
  }
  return rest;
};

/** Whether something can be read in a text, besides signs. */
const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Reads what a message asks for. Without a keyword everything that asks for nothing else is a report. */
export const readCommand = (text: string, keyword: string | undefined): SmsCommand => {
  const [, number] = statusPattern.exec(text.trim()) ?? [];
  const trackingId = number === undefined ? undefined : readTrackingId(number);
  if (trackingId !== undefined) return { command: 'status', trackingId };
  if (stopPattern.test(text.trim())) return { command: 'stop' };
  const content = keyword === undefined ? text.trim() : afterKeyword(text, keyword)?.trim();
  return content === undefined || !hasWords(content) ? { command: 'help' } : { command: 'report', content };
};
