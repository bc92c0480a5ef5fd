import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Answers } from './answers.ts';
import { answersTo } from './answers-to.ts';
import { arbitraryOf } from './arbitrary-of.test.support.ts';
import { Question } from './category.ts';
import { hostileValues } from './hostile-input.test.support.ts';
import { judge } from './judge.test.support.ts';

const question = (id: string, type: Question['type'], more: Partial<Question> = {}): Question => ({
  id,
  type,
  label: `${id}?`,
  required: false,
  ...more,
});

const options = [
  { value: 'pagi', label: 'Pagi hari' },
  { value: 'malam', label: 'Malam hari' },
];

const streetLight: readonly Question[] = [
  question('poleNumber', 'text', { required: true, maxLength: 10 }),
  question('lampsOut', 'number', { minimum: 1, maximum: 50 }),
  question('since', 'date'),
  question('dangerous', 'boolean'),
  question('time', 'choice', { options }),
  question('times', 'choices', { options }),
];

const complaints = (questions: readonly Question[], answers: unknown): string[] =>
  (answersTo(questions).safeParse(answers).error?.issues ?? []).map(({ path, code }) => `${path.join('.')} ${code}`);

test('each answer is of the type of its question', () => {
  const answers = {
    poleNumber: 'PJU-117',
    lampsOut: 3,
    since: '2026-11-16',
    dangerous: true,
    time: 'malam',
    times: ['pagi', 'malam'],
  };
  assert.deepEqual(answersTo(streetLight).parse(answers), answers);
  const wrong = {
    poleNumber: 117,
    lampsOut: '3',
    since: '16 Nov 2026',
    dangerous: 'ya',
    time: 'siang',
    times: ['siang'],
  };
  assert.deepEqual(complaints(streetLight, wrong), [
    'poleNumber invalid_type',
    'lampsOut invalid_type',
    'since invalid_format',
    'dangerous invalid_type',
    'time invalid_value',
    'times.0 invalid_value',
  ]);
});

test('a required question wants an answer, any other may be left out or left blank', () => {
  assert.deepEqual(complaints(streetLight, {}), ['poleNumber invalid_type']);
  assert.deepEqual(complaints(streetLight, { poleNumber: ' \u200B ' }), ['poleNumber too_small']);
  assert.deepEqual(complaints([question('note', 'text')], { note: '' }), []);
  assert.deepEqual(complaints([question('times', 'choices', { required: true, options })], { times: [] }), [
    'times too_small',
  ]);
});

test('an answer keeps within the bounds of its question', () => {
  assert.deepEqual(complaints(streetLight, { poleNumber: 'x'.repeat(11) }), ['poleNumber too_big']);
  for (const lampsOut of [0, 51]) assert.equal(complaints(streetLight, { poleNumber: 'x', lampsOut }).length, 1);
  assert.deepEqual(complaints([question('note', 'text')], { note: 'x'.repeat(501) }), ['note too_big']);
  assert.deepEqual(complaints([question('count', 'number')], { count: Number.NaN }), ['count invalid_type']);
});

test('an answer to a question that nobody asked is refused', () => {
  assert.deepEqual(complaints(streetLight, { poleNumber: 'x', colour: 'red' }), [' unrecognized_keys']);
  assert.deepEqual(complaints([], { a: 1 }), [' unrecognized_keys']);
  assert.deepEqual(complaints([], {}), []);
});

test('a choice without options takes no answer, and does not throw', () => {
  assert.deepEqual(complaints([question('time', 'choice')], { time: 'pagi' }), ['time invalid_value']);
});

test('what answers a question of a newer gateway is left to the gateway to judge', () => {
  const asked = [question('signature', 'drawing')];
  assert.deepEqual(complaints(asked, { signature: 'M 0 0 L 9 9' }), []);
  assert.deepEqual(complaints(asked, {}), []);
  assert.deepEqual(complaints(asked, { signature: { x: 1 } }), ['signature invalid_union']);
});

test('whatever the questions and the answers, there is a verdict', () => {
  const questions = fc.array(arbitraryOf(Question), { maxLength: 5 }) as fc.Arbitrary<Question[]>;
  fc.assert(
    fc.property(questions, fc.constantFrom(...hostileValues), (asked, answer) => {
      judge(answersTo(asked), answer);
      judge(answersTo(asked), Object.fromEntries(asked.map(({ id }) => [id, answer])));
    }),
    { numRuns: 100 },
  );
});

test('what answers a category also fits into a report', () => {
  const answers = {
    poleNumber: 'PJU-117',
    lampsOut: 3,
    since: '2026-11-16',
    dangerous: false,
    time: 'malam',
    times: ['pagi'],
  };
  assert.deepEqual(Answers.parse(answersTo(streetLight).parse(answers)), answers);
});
