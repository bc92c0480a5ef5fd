import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Origin, SiteChannels, SiteTheme } from './site.ts';

test('an origin is what browsers send: scheme, host and port', () => {
  for (const origin of [
    'https://www.padang.go.id',
    'http://localhost:3000',
    'http://127.0.0.1:8080',
    'https://xn--bcher-kva.example',
    'null',
  ]) {
    assert.ok(Origin.safeParse(origin).success, origin);
    if (origin !== 'null') assert.equal(new URL(origin).origin, origin);
  }
});

test('an origin has no path, no small print and no wildcard', () => {
  const refused = [
    'https://padang.go.id/',
    'https://padang.go.id/lapor',
    'https://PADANG.go.id',
    'https://user:password@padang.go.id',
    'https://*.padang.go.id',
    'https://padang.go.id?x',
    'padang.go.id',
    'file://',
    'javascript:alert(1)',
    'https://padang.go.id\n',
    'https://padang.go.id https://evil.example',
    'NULL',
    '',
    `https://${'a'.repeat(260)}`,
  ];
  for (const origin of refused) assert.ok(!Origin.safeParse(origin).success, origin);
});

test('another door is a link that runs nothing', () => {
  assert.ok(
    SiteChannels.safeParse({
      nationalPage: 'https://padang.lapor.go.id',
      others: [{ label: 'Darurat', url: 'tel:112' }],
    }).success,
  );
  for (const url of ['javascript:alert(1)', '', 'lapor.go.id']) {
    for (const channels of [{ nationalPage: url }, { whistleblowing: url }, { others: [{ label: 'X', url }] }])
      assert.ok(!SiteChannels.safeParse(channels).success, url);
  }
});

test('the SMS channel has a number and perhaps a keyword', () => {
  assert.deepEqual(SiteChannels.parse({ sms: { number: '1708', keyword: 'TANGKAB' } }), {
    sms: { number: '1708', keyword: 'TANGKAB' },
  });
  for (const number of ['', '1708;body=x', 'seribu', '1'])
    assert.ok(!SiteChannels.safeParse({ sms: { number } }).success, number);
});

test('a theme sets colours and lengths', () => {
  const tokens = {
    'color-accent': '#0b5fae',
    radius: 'calc(2px + .25em)',
    font: '"Public Sans", system-ui',
    mix: 'color-mix(in oklch, #0b5fae 60%, white)',
  };
  assert.deepEqual(SiteTheme.parse({ mode: 'auto', tokens }).tokens, tokens);
});

test('a theme neither leaves its declaration nor loads anything from another host', () => {
  const refused = [
    'red;background:url(//x)',
    'red}body{display:none',
    'url(//evil.example/x)',
    'url(https://evil.example)',
    'url("data:x")',
    '</style>',
    '\\75rl(x)',
    'red\nblue',
    'x'.repeat(121),
  ];
  for (const value of refused)
    assert.ok(!SiteTheme.safeParse({ mode: 'auto', tokens: { accent: value } }).success, value);
  for (const name of ['--lapor-accent', 'Accent', '', 'a b', '__proto_', 'a;b'])
    assert.ok(!SiteTheme.safeParse({ mode: 'auto', tokens: { [name]: 'red' } }).success, name);
});
