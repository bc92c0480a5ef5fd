import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { test } from 'node:test';
import { createNewReportSchema, defaultReportLimits, RequirablePart } from '@lapor/schemas';
import type * as messages from '@lapor/schemas/messages';
import { explainIssues, messagesFor } from '@lapor/schemas/messages';
import fc from 'fast-check';
import { usualSite } from '../report/form-site.ts';
import { reportOfValues } from '../report/report-of-values.ts';

// The explanations a second time, above the stand-in.
const standIn = new URL('explain-rare-issue.ts', import.meta.url).href;
registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('page:'))
      return { ...next(specifier.slice('page:'.length), context), url: `${specifier.slice('page:'.length)}?page` };
    if (!context.parentURL?.endsWith('?page')) return next(specifier, context);
    const found = next(specifier === './explain-rare-issue.ts' ? standIn : specifier, context);
    return found.url.startsWith('file:') ? { ...found, url: `${found.url}?page` } : found;
  },
});
const whole = import.meta.resolve('@lapor/schemas/messages');
const page = (await import(`page:${new URL('explain-issues.ts', whole).href}`)) as Pick<
  typeof messages,
  'explainIssues'
>;

const typed = fc.constantFrom(
  '',
  ' ',
  'x',
  'Lampu padam di depan pasar',
  'x'.repeat(300),
  '2026-02-30',
  '13',
  'a b',
  '0812',
  'a@b',
  'a@b.id',
);
const names = [
  'classification',
  'title',
  'content',
  'incidentDate',
  'region',
  'landmark',
  'category',
  'targetInstitution',
];
const values = fc.dictionary(fc.constantFrom(...names, 'name', 'email', 'phone', 'notifyBy', 'anonymous'), typed);

test('what can be wrong with a report that the form has made is told on a page as everywhere', () => {
  const codes = new Set<string>();
  fc.assert(
    fc.property(values, fc.subarray<string>([...RequirablePart.options]), (filledIn, required) => {
      const input = reportOfValues(filledIn, { site: usualSite, language: 'id', noticeShownAt: undefined });
      const { error } = createNewReportSchema({ ...defaultReportLimits, required }).safeParse(input);
      if (!error) return;
      const options = { input, sentences: messagesFor('id') };
      const told = page.explainIssues(error, options);
      assert.deepEqual(told, explainIssues(error, options));
      for (const { code } of told) codes.add(code);
    }),
    { numRuns: 1000 },
  );
  for (const code of ['required', 'tooShort', 'tooLong', 'wrongFormat', 'notOneOf']) assert.ok(codes.has(code), code);
});

test('what no form sends is not allowed, and that is all that is said', () => {
  const input = { nik: '1' };
  const { error } = createNewReportSchema().safeParse(input);
  const told = page.explainIssues(error!, { input, sentences: messagesFor('id') });
  assert.equal(told.at(-1)?.code, 'notAllowed');
});
