import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { startServing, temporaryFolder } from './run-gateway.test.support.ts';

/** The blocks of a guide that are marked with a word behind `sh`: what they are for here. */
const blocksOf = async (name: string, mark: string): Promise<string[]> => {
  const guide = await readFile(new URL(`../../../../docs/guides/${name}.md`, import.meta.url), 'utf8');
  return [...guide.matchAll(new RegExp(`^\`\`\`sh ${mark}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, block = '']) => block);
};

const main = join(import.meta.dirname, 'main.ts');

const programs = `lapor-gateway() { '${process.execPath}' --conditions=@lapor/source '${main}' "$@"; }\n`;

/** What the commands get of the surroundings: where programs are, and what Node has compiled already. */
const kept = Object.fromEntries(['PATH', 'NODE_COMPILE_CACHE'].map((name) => [name, process.env[name]]));

test('the guides can be followed: a gateway is set up, serves, and answers as they say', async () => {
  const [folder, postgres] = await Promise.all([temporaryFolder(), usePostgres()]);
  // Twenty commands: on a server each of them takes half of the time that opening an embedded database takes.
  const DATABASE_URL = await postgres.newEmptyDatabase();
  const shell = async (script: string): Promise<string> =>
    (
      await promisify(execFile)('bash', ['--norc', '-euo', 'pipefail', '-c', programs + script], {
        cwd: folder.path,
        env: { ...kept, HOME: folder.path, DATABASE_URL },
      })
    ).stdout;
  try {
    const guides = ['install', 'connect-a-site', 'keys-and-origins', 'privacy'];
    const tried = (await Promise.all(guides.map((name) => blocksOf(name, 'tried')))).flat().join('');
    assert.ok(tried.split('lapor-gateway').length > 10);
    const told = await shell(`${tried}printf '%s %s\\n' "$SITE_KEY" "$DESK_KEY"`.replace('/var/lib/lapor', './data'));
    assert.match(told, /<lapor-form gateway="https:\/\/lapor\.sumbarprov\.example" site-key="pk_/);
    assert.match(told, /https:\/\/www\.sumbarprov\.example/);
    const [, siteKey = '', deskKey = ''] = /^(pk_\S+) (sk_\S+)$/m.exec(told) ?? [];

    const [serve = ''] = await blocksOf('install', 'serve');
    const flags = serve.trim().split(' ').slice(2);
    const served = await startServing(['--data', './data', '--port', '0', ...flags], {
      folder: folder.path,
      environment: { DATABASE_URL },
    });
    try {
      const [calls = ''] = await blocksOf('install', 'calls');
      const keys = `SITE_KEY=${siteKey} DESK_KEY=${deskKey}\n`;
      const answers = await shell(keys + calls.replaceAll('http://127.0.0.1:1708', served.url));
      assert.match(answers, /"trackingId":"1000001","token":"rt_1000001_/);
      assert.match(answers, /"items":\[\{"trackingId":"1000001"/);
      served.signal('SIGTERM');
      assert.equal((await served.ended).code, 0);
    } finally {
      served.signal('SIGKILL');
    }
  } finally {
    await Promise.all([folder.remove(), postgres.end()]);
  }
});
