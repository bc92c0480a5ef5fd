import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundlesIn } from '../../../../scripts/bundle-size.mjs';
import { defaultReportLimits } from '../default-report-limits.ts';
import { messagesFor } from '../messages/messages-for.ts';
import { NewReport } from '../report.ts';
import { RequirablePart } from '../report-limits.ts';
import { fieldsOfSite, isRequiredAt } from './fields-of-site.ts';
import { reportForm } from './report-form.ts';

const { brotliSizeOf } = bundlesIn(new URL('../../', import.meta.url));

const features = {
  attachments: true,
  anonymous: true,
  confidential: true,
  map: true,
  publicList: true,
  suggestions: true,
  challenge: false,
};

test('every field stands once, in the order of the steps', () => {
  const names = reportForm.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  const steps = reportForm.map(({ step }) => ['say', 'where', 'who'].indexOf(step));
  assert.deepEqual(
    steps,
    steps.toSorted((one, other) => one - other),
  );
});

test('every pointer leads to a member of a new report', () => {
  for (const { pointer } of reportForm) {
    const [first = ''] = pointer.slice(1).split('/');
    assert.ok(first in NewReport.shape, pointer);
  }
});

test('every field has a label, a hint and a sentence for when it is missing, in both languages', () => {
  for (const language of ['id', 'en'] as const)
    for (const { name } of reportForm) assert.ok(messagesFor(language).fields[name].missing);
});

test('every part on which a site can insist has its field', () => {
  const insisted = new Set(reportForm.flatMap(({ required }) => (typeof required === 'string' ? [required] : [])));
  assert.deepEqual(insisted, new Set(RequirablePart.options));
});

test('a site shows what it offers, and asks for what it insists on', () => {
  const without = fieldsOfSite({ features: { ...features, attachments: false, map: false, anonymous: false } });
  assert.deepEqual(
    reportForm.filter((field) => !without.includes(field)).map(({ name }) => name),
    ['position', 'attachments', 'notifyBy', 'anonymous'],
  );
  assert.ok(fieldsOfSite({ features, newsChannels: ['email'] }).some(({ name }) => name === 'notifyBy'));
  const limits = { ...defaultReportLimits, required: ['landmark' as const] };
  const required = reportForm.filter((field) => isRequiredAt(field, { limits })).map(({ name }) => name);
  assert.deepEqual(required, ['classification', 'title', 'content', 'landmark']);
});

test('the form as data costs a page at most 700 bytes', async () => {
  // The widget's first file holds it, and that file has 10 kB for everything.
  const size = await brotliSizeOf(`export { fieldsOfSite, isRequiredAt, reportForm } from '@lapor/schemas/form';`);
  assert.ok(size <= 700, `${size} bytes`);
});
