import assert from 'node:assert/strict';
import { test } from 'node:test';
import { site } from './contract/documentation/samples/site.ts';
import { NewSite, SiteChange } from './site-settings.ts';

const newSite = {
  institutionId: 'pemkot-padang',
  name: 'Pemerintah Kota Padang',
  regionCode: '13.71',
  origins: ['https://www.padang.go.id'],
};

test('a site needs an owner, a name, a region and its pages', () => {
  assert.deepEqual(NewSite.parse(newSite), newSite);
  for (const part of Object.keys(newSite)) {
    const { error } = NewSite.safeParse({ ...newSite, [part]: undefined });
    assert.deepEqual(
      error?.issues.map(({ path }) => path),
      [[part]],
    );
  }
});

test('a change may be of any one part, or of none', () => {
  assert.deepEqual(SiteChange.parse({}), {});
  for (const change of [
    { name: 'Kota Padang' },
    { limits: { titleMax: 100 } },
    { limits: { attachments: { maxCount: 1 } } },
    { features: { map: false } },
  ]) {
    assert.deepEqual(SiteChange.parse(change), change);
  }
});

test('a site is never given to another institution by a change', () => {
  assert.ok(!SiteChange.safeParse({ institutionId: 'pemprov-sumbar' }).success);
  assert.ok(!SiteChange.safeParse({ id: 'other' }).success);
});

test('a misspelt setting is refused wherever it stands', () => {
  const misspelt = [
    { nmae: 'x' },
    { limits: { titelMax: 100 } },
    { limits: { attachments: { maxcount: 1 } } },
    { features: { atachments: false } },
    { channels: { sms: { number: '1708', keywrod: 'X' } } },
    { channels: { others: [{ label: 'X', url: 'https://x.com/LAPOR1708', name: 'X' }] } },
    { theme: { mode: 'auto', token: {} } },
  ];
  for (const change of misspelt)
    assert.deepEqual(
      SiteChange.safeParse(change).error?.issues.map(({ code }) => code),
      ['unrecognized_keys'],
      JSON.stringify(change),
    );
});

test('a setting has one of the words that are known, although a reader of answers takes others', () => {
  for (const change of [
    { workWeek: 'fourDays' },
    { theme: { mode: 'sepia' } },
    { limits: { required: ['photo'] } },
    { limits: { attachments: { types: ['image/avif'] } } },
    { privacyNotice: { ...site.privacyNotice, basis: 'legalObligation' } },
  ])
    assert.deepEqual(
      SiteChange.safeParse(change).error?.issues.map(({ code }) => code),
      ['invalid_value'],
      JSON.stringify(change),
    );
});

test('types: a change leaves out what stays', () => {
  const change: SiteChange = { features: { map: false } };
  // @ts-expect-error a new site has an owner
  const ownerless: NewSite = { name: 'Kota Padang', regionCode: '13.71', origins: [] };
  assert.ok(SiteChange.safeParse(change).success);
  assert.ok(!NewSite.safeParse(ownerless).success);
});
