import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readCommand } from './read-command.ts';
import { titleOf } from '../reports/title-of.ts';

const report = (content: string) => ({ command: 'report', content });
const help = { command: 'help' };

describe('what a message asks for', () => {
  test('is a report when it begins with the keyword, however that is written', () => {
    for (const text of [
      'LAPOR Jalan rusak',
      'lapor jalan rusak',
      ' Lapor:  jalan rusak ',
      'LAPOR#jalan rusak',
      '"LAPOR" jalan rusak',
      'LAPOR\njalan rusak',
    ]) {
      const read = readCommand(text, 'LAPOR');
      assert.ok(read.command === 'report', text);
      assert.match(read.content, /^jalan rusak$/i);
    }
    assert.deepEqual(readCommand('TANG KAB  (lampu) padam', 'tang kab'), report('(lampu) padam'));
    assert.deepEqual(readCommand('LAPOR jalan\n\nrusak', 'LAPOR'), report('jalan\n\nrusak'));
  });

  test('is to be explained when there is no keyword, another one, or nothing behind it', () => {
    for (const text of ['', 'Halo', 'LAPORAN jalan rusak', 'LAPOR', 'LAPOR ...', 'lapor', 'STATUS', 'STATUS jalan'])
      assert.deepEqual(readCommand(text, 'LAPOR'), help, text);
    assert.deepEqual(readCommand('TANG jalan rusak', 'TANG KAB'), help);
  });

  test('is always a report where no keyword is asked for, unless nothing is said', () => {
    assert.deepEqual(readCommand('Jalan rusak', undefined), report('Jalan rusak'));
    assert.deepEqual(readCommand('Status jalan masih rusak', undefined), report('Status jalan masih rusak'));
    for (const text of ['', ' \n', '...', '🙏']) assert.deepEqual(readCommand(text, undefined), help);
  });

  test('is the status of a report by its number', () => {
    for (const text of ['STATUS 1000001', 'status #1000001', 'Status1000001', 'STATUS: 100 0001', 'STATUS 1000001.'])
      assert.deepEqual(readCommand(text, 'LAPOR'), { command: 'status', trackingId: '1000001' }, text);
    assert.deepEqual(readCommand('STATUS 12345678901', 'LAPOR'), help);
  });

  test('is no more news', () => {
    for (const text of ['STOP', 'berhenti', ' Berhenti. ', 'UNREG'])
      for (const keyword of ['LAPOR', undefined]) assert.deepEqual(readCommand(text, keyword), { command: 'stop' });
    assert.deepEqual(readCommand('Berhenti di lampu merah lama sekali', undefined).command, 'report');
  });

  test('is read without harm, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const read = readCommand(`LAPOR ${text}`, 'LAPOR');
        if (read.command === 'report') assert.ok(text.includes(read.content));
      }),
    );
  });
});

describe('the title of a report by SMS', () => {
  test('is its first sentence or line, cut between words', () => {
    assert.equal(titleOf('Jembatan putus. Mohon diperbaiki.', '-'), 'Jembatan putus');
    assert.equal(titleOf('Jembatan putus\ndi Koto Tuo', '-'), 'Jembatan putus');
    assert.equal(titleOf('jalan '.repeat(30), '-'), `${'jalan '.repeat(13).trim()}…`);
    assert.equal([...titleOf('😀'.repeat(200), '-')].length, 81);
  });

  test('goes on where the first sentence says too little, and is a fixed one where all of it does', () => {
    assert.equal(titleOf('Pak. Lampu jalan padam', '-'), 'Pak. Lampu jalan padam');
    assert.equal(titleOf('Banjir', 'Laporan lewat SMS'), 'Laporan lewat SMS');
  });
});
