import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFormOrigin } from './form-origin.ts';

const door = {
  origins: ['https://sumbar.example', 'http://localhost:8080'],
  publicUrl: 'https://lapor.sumbar.example/lapor',
  requestUrl: 'http://10.0.0.7:1708/forms/pk_x',
};

test('a page of the site, one of the gateway’s own, and one that does not say where it stands may post', () => {
  for (const origin of [null, 'null', ...door.origins, 'https://lapor.sumbar.example', 'http://10.0.0.7:1708'])
    assert.ok(isFormOrigin(origin, door), String(origin));
});

test('any other page may not, however its name looks', () => {
  for (const origin of [
    'https://jahat.example',
    'https://sumbar.example.jahat.example',
    'https://xsumbar.example',
    'http://localhost:9090',
    'https://lapor.sumbar.example:8443',
    '',
    'file://',
    'nonsense',
  ])
    assert.ok(!isFormOrigin(origin, door), origin);
});
