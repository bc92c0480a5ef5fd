import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Channel } from './channel.ts';

test('a channel is an open set', () => {
  for (const channel of ['website', 'sp4n', 'hotline-110', 'wargaApp'])
    assert.ok(Channel.safeParse(channel).success, channel);
  for (const channel of ['', 'Web Site', '1708', 'x'.repeat(41)])
    assert.ok(!Channel.safeParse(channel).success, channel);
});
