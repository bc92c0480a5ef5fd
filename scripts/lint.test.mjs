// Each rule about imports is broken once on purpose, in a small tree of its own, and the lint has to name it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test, { after, before } from 'node:test';

const root = join(import.meta.dirname, '..');
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');

/** Files that obey every rule; each case below adds to them or replaces one. */
const clean = {
  'packages/schemas/src/index.ts': "export { Report } from './report.ts';\n",
  'packages/schemas/src/report.ts':
    "import { Code } from './fields/code.ts';\nexport const Report = { code: Code };\nexport type Report = string;\n",
  'packages/schemas/src/fields/code.ts': "import * as z from 'zod/mini';\nexport const Code = z.string();\n",
  'packages/schemas/src/contract/endpoints.ts':
    "import { Report } from '../report.ts';\nexport const endpoints = [Report];\n",
  'packages/client/src/send.ts': "import { Report } from '@lapor/schemas';\nexport const send = () => Report;\n",
  'packages/client/src/send.test.ts': "import { send } from './index.ts';\nsend();\n",
  'packages/client/src/index.ts': "export { send } from './send.ts';\n",
  'packages/gateway/src/serve.ts': "import { Report } from '@lapor/schemas';\nexport const serve = () => Report;\n",
  'examples/plain/src/main.ts': "import { send } from '@lapor/client';\nsend();\n",
};

let temporary;
const write = (files) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(temporary, name)), { recursive: true });
    writeFileSync(join(temporary, name), text);
  }
};

/** What the lint says about the small tree: for each file its complaints, with their rules, in one string. */
const lint = () => {
  const options = { cwd: temporary, encoding: 'utf8' };
  const { status, stdout } = spawnSync(process.execPath, [oxlint, '--format=json'], options);
  const said = new Map();
  for (const { filename, code, message, help } of JSON.parse(stdout).diagnostics)
    said.set(filename, `${said.get(filename) ?? ''}${code}: ${message} ${help}\n`);
  return { status, said };
};

before(() => {
  temporary = mkdtempSync(join(tmpdir(), 'lapor-lint-'));
  // The compiler's settings too: the lint resolves by them, and one that is missing would silently hide cycles.
  const settings = [
    'oxlint.config.ts',
    'scripts/layers.mjs',
    ...globSync('{.,packages/*}/tsconfig*.json', { cwd: root }),
  ];
  for (const name of settings) cpSync(join(root, name), join(temporary, name));
  symlinkSync(join(root, 'node_modules'), join(temporary, 'node_modules'), 'junction');
  // What an install would link: the built entry that a package's name resolves to.
  const linked = join(temporary, 'packages/client/node_modules/@lapor');
  mkdirSync(linked, { recursive: true });
  symlinkSync(join(temporary, 'packages/schemas'), join(linked, 'schemas'), 'junction');
  write({
    'packages/schemas/package.json': JSON.stringify({ name: '@lapor/schemas', exports: './dist/index.js' }),
    'packages/schemas/dist/index.js': 'export const Report = 1;\n',
  });
  write(clean);
});
after(() => rmSync(temporary, { recursive: true }));

/** A file that breaks a rule, and what the lint has to say about it. */
const faults = [
  {
    name: 'a field that imports a noun',
    file: 'packages/schemas/src/fields/up.ts',
    text: "import type { Report } from '../report.ts';\nexport type Up = Report;\n",
    says: /Reverse import: in packages\/schemas\/src, fields may import no other folder/,
  },
  {
    name: 'a noun that imports the contract',
    file: 'packages/schemas/src/site.ts',
    text: "export { endpoints } from './contract/endpoints.ts';\n",
    says: /Reverse import: in packages\/schemas\/src, \. may import fields/,
  },
  {
    name: 'a reverse import that is loaded later',
    file: 'packages/schemas/src/fields/later.ts',
    text: "export const later = async () => import('../report.ts');\n",
    says: /Reverse import/,
  },
  {
    name: 'a reverse import hidden in a type',
    file: 'packages/schemas/src/fields/hidden.ts',
    text: "export type Hidden = import('../report.ts').Report;\n",
    says: /consistent-type-imports/,
  },
  {
    name: 'schemas that import the client',
    file: 'packages/schemas/src/backwards.ts',
    text: "import type { send } from '@lapor/client';\nexport type Send = typeof send;\n",
    says: /Reverse import: @lapor\/schemas may import no other package/,
  },
  {
    name: 'a client that imports the widget',
    file: 'packages/client/src/widget.ts',
    text: "export * from '@lapor/widget/define';\n",
    says: /Reverse import: @lapor\/client may import @lapor\/schemas/,
  },
  {
    name: 'a gateway that imports the client',
    file: 'packages/gateway/src/client.ts',
    text: "import { send } from '@lapor/client';\nexport const bad = send;\n",
    says: /Reverse import: @lapor\/gateway may import @lapor\/schemas/,
  },
  {
    name: "a deep import by the package's name",
    file: 'packages/client/src/deep-name.ts',
    text: "import { Code } from '@lapor/schemas/src/fields/code.ts';\nexport const bad = Code;\n",
    says: /Deep import/,
  },
  {
    name: 'a deep import by a path',
    file: 'packages/client/src/deep-path.test.ts',
    text: "import { Code } from '../../schemas/src/fields/code.ts';\nexport const bad = Code;\n",
    says: /Deep import/,
  },
  {
    name: 'an example that reaches into a package',
    file: 'examples/plain/src/deep.ts',
    text: "import { send } from '../../../packages/client/src/send.ts';\nsend();\n",
    says: /Deep import/,
  },
  {
    name: "an import of the package's own index",
    file: 'packages/client/src/own-index.ts',
    text: "import { send } from './index.ts';\nexport const bad = send;\n",
    says: /Own entry/,
  },
  {
    name: "an import of the package's own name",
    file: 'packages/client/src/own-name.ts',
    text: "import { send } from '@lapor/client';\nexport const bad = send;\n",
    says: /Own entry/,
  },
  {
    name: 'zod classic in a package that reaches a browser',
    file: 'packages/client/src/classic.ts',
    text: "import * as z from 'zod';\nexport const bad = z.string();\n",
    says: /Zod classic/,
  },
  {
    name: 'a cycle of type imports',
    file: 'packages/schemas/src/egg.ts',
    text: "import type { Hen } from './hen.ts';\nexport type Egg = { from: Hen };\n",
    says: /no-cycle/,
  },
  {
    name: 'the same cycle from its other end',
    file: 'packages/schemas/src/hen.ts',
    text: "import type { Egg } from './egg.ts';\nexport type Hen = { from: Egg };\n",
    says: /no-cycle/,
  },
  {
    name: 'a default export',
    file: 'packages/client/src/default.ts',
    text: 'export default 1;\n',
    says: /no-default-export/,
  },
];

test('the lint has nothing to say about a tree that obeys', () => {
  const { status, said } = lint();
  assert.deepEqual([...said], []);
  assert.equal(status, 0);
});

test('the lint refuses', async (t) => {
  write(Object.fromEntries(faults.map(({ file, text }) => [file, text])));
  const { status, said } = lint();
  assert.equal(status, 1);
  for (const { name, file, says } of faults) await t.test(name, () => assert.match(said.get(file) ?? '', says));
  await t.test('nothing else', () => assert.deepEqual([...said.keys()].sort(), faults.map(({ file }) => file).sort()));
});

test('folders without a subject and folders without a direction are refused', () => {
  const folders = (tree) =>
    spawnSync(process.execPath, [join(root, 'scripts/folders.mjs'), tree], { encoding: 'utf8' });
  assert.equal(folders(temporary).status, 0);
  write({ 'packages/client/src/utils/x.ts': '', 'packages/schemas/src/elsewhere/x.ts': '' });
  const { status, stderr } = folders(temporary);
  for (const name of ['client/src/utils', 'schemas/src/elsewhere'])
    rmSync(join(temporary, 'packages', name), { recursive: true });
  assert.equal(status, 1);
  assert.match(stderr, /packages\/client\/src\/utils: /);
  assert.match(stderr, /packages\/schemas\/src\/elsewhere: say in scripts\/layers\.mjs/);
});
