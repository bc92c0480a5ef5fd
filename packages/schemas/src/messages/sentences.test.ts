import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { everySentence, sameFacts } from './every-sentence.test.support.ts';
import { messagesFor } from './messages-for.ts';

const file = join(import.meta.dirname, 'sentences.md');

/** Every sentence beside its translation, spoken with invented facts: the page that a native reader reviews. */
const page = (): string => {
  const english = everySentence(messagesFor('en'));
  const lines = [
    '# Every sentence',
    '',
    'Written by `UPDATE_SENTENCES=1 node --conditions=@lapor/source --test packages/schemas/src/messages/sentences.test.ts`, and compared by the same test.',
    'The facts are invented. The source is Indonesian.',
  ];
  let subject = '';
  const told = new Set<string>();
  for (const { where, sentence, facts } of everySentence(messagesFor('id'))) {
    // Sentences that differ in a number only need to be read once.
    const pattern = `${where}: ${sentence.replace(/[\d.]/g, '')}`;
    if (told.has(pattern)) continue;
    told.add(pattern);
    const [first = ''] = where.split('.');
    if (first !== subject) lines.push('', `## ${first}`, '', '| | Indonesian | English |', '|---|---|---|');
    subject = first;
    const translated = english.find((other) => other.where === where && sameFacts(other.facts, facts));
    lines.push(`| ${where.slice(first.length + 1)} | ${sentence} | ${translated?.sentence ?? ''} |`);
  }
  return `${lines.join('\n')}\n`;
};

/** Releases of ICU differ in the comma after an English weekday. */
const withoutCommas = (text: string) => text.replace(/(\w+day),? (\d)/g, '$1 $2');

it('the page of all sentences is up to date', () => {
  const now = page();
  if (process.env['UPDATE_SENTENCES']) writeFileSync(file, now);
  assert.equal(withoutCommas(readFileSync(file, 'utf8')), withoutCommas(now));
});
