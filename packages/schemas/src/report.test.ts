import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultReportLimits } from './default-report-limits.ts';
import { fullReport } from './full-report.test.support.ts';
import { RequirablePart, type ReportLimits } from './report-limits.ts';
import { createNewReportSchema, NewReport, type NewReportInput } from './report.ts';

const shortReport = {
  classification: 'complaint',
  title: 'Lampu mati',
  content: 'Lampu jalan di depan SD mati.',
} as const;

/** What is wrong with a report: place and code, and the code of the schema's own rules. */
const complaints = (report: unknown, limits?: ReportLimits): string[] => {
  const { error } = createNewReportSchema(limits).safeParse(report);
  return (error?.issues ?? []).map(
    (issue) => `${issue.path.join('.')} ${issue.code === 'custom' ? String(issue.params?.['code']) : issue.code}`,
  );
};

test('a report needs a classification, a title and a content, and nothing else', () => {
  assert.deepEqual(complaints(shortReport), []);
  assert.deepEqual(complaints({}), ['classification invalid_value', 'title invalid_type', 'content invalid_type']);
});

test('a full report comes back as it was', () => {
  assert.deepEqual(NewReport.parse(fullReport), fullReport);
});

test('who says nothing is named, public, and answered in Indonesian', () => {
  assert.deepEqual(NewReport.parse(shortReport), {
    ...shortReport,
    anonymous: false,
    confidential: false,
    language: 'id',
  });
});

test('anonymous and confidential are two switches', () => {
  for (const anonymous of [true, false]) {
    for (const confidential of [true, false]) {
      const report = NewReport.parse({ ...shortReport, anonymous, confidential });
      assert.deepEqual([report.anonymous, report.confidential], [anonymous, confidential]);
    }
  }
});

test('the three classifications of the national form are taken, those of operators are not', () => {
  for (const classification of ['complaint', 'aspiration', 'informationRequest'])
    assert.deepEqual(complaints({ ...shortReport, classification }), []);
  assert.deepEqual(complaints({ ...shortReport, classification: 'supervisory' }), ['classification invalid_value']);
  assert.deepEqual(complaints({ ...shortReport, supervision: 'supervisory' }), [' unrecognized_keys']);
});

test('a misspelt member is refused by its name', () => {
  const { error } = NewReport.safeParse({ ...shortReport, confidental: true });
  assert.deepEqual(
    error?.issues.map((issue) => issue.code === 'unrecognized_keys' && issue.keys),
    [['confidental']],
  );
});

test('the national identity number has no place in a report', () => {
  assert.deepEqual(complaints({ ...shortReport, nik: '1371010101900001' }), [' unrecognized_keys']);
  assert.deepEqual(complaints({ ...shortReport, reporter: { nik: '1371010101900001' } }), [
    'reporter unrecognized_keys',
  ]);
});

test('what cannot be seen is no title', () => {
  for (const title of [
    '   ',
    '\u00A0\u00A0\u00A0',
    '\u200B\u200B\u200B\u200B',
    '\n\n\n',
    '\u2060\uFEFF\u202E\u202C',
    '\u0000\u0000\u0000',
  ]) {
    assert.deepEqual(complaints({ ...shortReport, title }), ['title too_small'], JSON.stringify(title));
  }
});

test('white space around a text does not count, and a title is one line', () => {
  const report = NewReport.parse({
    ...shortReport,
    title: ' Lampu\r\n  mati\u00A0',
    content: '\n\nLampu jalan mati.\r\n\r\nGelap sekali.\n',
  });
  assert.equal(report.title, 'Lampu mati');
  assert.equal(report.content, 'Lampu jalan mati.\n\nGelap sekali.');
});

test('a text that fits in a form field fits here, although forms send two characters for each line end', () => {
  const typed = `${'baris\n'.repeat(1666)}akhi`;
  assert.equal(typed.length, defaultReportLimits.contentMax);
  assert.equal(NewReport.parse({ ...shortReport, content: typed.replaceAll('\n', '\r\n') }).content, typed);
});

test('a length is a number of code points, between the limits of the site', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 70 }),
      fc.constantFrom('x', '💡'),
      (min, more, length, letter) => {
        const limits = { ...defaultReportLimits, titleMin: min, titleMax: min + more };
        const expected = length < min ? ['title too_small'] : length > min + more ? ['title too_big'] : [];
        assert.deepEqual(complaints({ ...shortReport, title: letter.repeat(length) }, limits), expected);
      },
    ),
  );
});

test('a site can insist on any requirable part, and its lack is told where the part belongs', () => {
  const lack: Record<RequirablePart, { without: unknown; complaint: string }> = {
    incidentDate: {
      without: { ...fullReport, incident: { place: fullReport.incident?.place } },
      complaint: 'incident.date required',
    },
    incidentRegion: {
      without: { ...fullReport, incident: { place: { landmark: 'Pasar' } } },
      complaint: 'incident.place.regionCode required',
    },
    landmark: {
      without: { ...fullReport, incident: { place: { landmark: ' \u200B ' } } },
      complaint: 'incident.place.landmark required',
    },
    category: { without: { ...fullReport, categoryId: undefined }, complaint: 'categoryId required' },
    contact: { without: { ...fullReport, reporter: { name: 'Rahmi' } }, complaint: 'reporter.email required' },
  };
  for (const part of RequirablePart.options) {
    const limits = { ...defaultReportLimits, required: [part] };
    assert.deepEqual(complaints(lack[part].without, limits), [lack[part].complaint]);
    assert.deepEqual(complaints(fullReport, limits), []);
    assert.deepEqual(complaints(lack[part].without), [], 'without the rule it may be left out');
  }
});

test('what only a newer gateway insists on does not keep a report from being sent', () => {
  const limits = { ...defaultReportLimits, required: ['photo', 'constructor', 'category'] };
  assert.deepEqual(complaints(shortReport, limits), ['categoryId required']);
});

test('all parts that lack are told at once', () => {
  const limits = { ...defaultReportLimits, required: [...RequirablePart.options] };
  assert.equal(complaints(shortReport, limits).length, RequirablePart.options.length);
});

test('an e-mail address or a telephone number is contact enough', () => {
  const limits: ReportLimits = { ...defaultReportLimits, required: ['contact'] };
  assert.deepEqual(complaints({ ...shortReport, reporter: { phone: '+628126712345' } }, limits), []);
  assert.deepEqual(complaints({ ...shortReport, reporter: { email: 'rahmi@contoh.example' } }, limits), []);
});

test('there are no more attachments than the site takes', () => {
  const attachments = ['upl_1', 'upl_2', 'upl_3'];
  const limitsFor = (maxCount: number) => ({
    ...defaultReportLimits,
    attachments: { ...defaultReportLimits.attachments, maxCount },
  });
  assert.deepEqual(complaints({ ...shortReport, attachments }, limitsFor(3)), []);
  assert.deepEqual(complaints({ ...shortReport, attachments }, limitsFor(2)), ['attachments too_big']);
});

test('types: what has a default may be left out by the writer and is there for the reader', () => {
  const written: NewReportInput = shortReport;
  const read: NewReport = NewReport.parse(written);
  const anonymous: boolean = read.anonymous;
  assert.equal(anonymous, false);

  // @ts-expect-error a reader is promised `anonymous`, `confidential` and `language`
  const incomplete: NewReport = shortReport;
  // @ts-expect-error a classification is one of three
  const wrongClassification: NewReportInput = { ...shortReport, classification: 'pengaduan' };
  // @ts-expect-error a title is needed
  const untitled: NewReportInput = { classification: 'complaint', content: 'x' };
  // @ts-expect-error there is no such member
  const misspelt: NewReportInput = { ...shortReport, confidental: true };
  for (const report of [wrongClassification, untitled, misspelt]) assert.notDeepEqual(complaints(report), []);
  assert.deepEqual(complaints(incomplete), []);
});
