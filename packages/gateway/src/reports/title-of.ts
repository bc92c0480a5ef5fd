/** Letters of a title that is taken from a text. */
const mostLetters = 80;

/** The fewest that still tell something. */
const fewestLetters = 8;

/** What a report is about, from its own first words: the first sentence or line, cut between words where it is long. */
export const titleOf = (content: string, instead: string): string => {
  const [line = ''] = content.trim().split(/\n|(?<=[.!?])\s/);
  const letters = [...line.replace(/[.\s]+$/, '')];
  if (letters.length < fewestLetters) {
    const whole = [...content.replaceAll(/\s+/g, ' ').trim()];
    return whole.length > letters.length && whole.length >= fewestLetters ? cut(whole) : instead;
  }
  return cut(letters);
};

const cut = (letters: readonly string[]): string => {
  if (letters.length <= mostLetters) return letters.join('');
  const kept = letters.slice(0, mostLetters).join('');
  return `${kept.replace(/\s+\S*$/, '')}…`;
};
