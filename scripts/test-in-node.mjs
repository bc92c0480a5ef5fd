// `pnpm test:node`: every test that needs no browser, with one PostgreSQL server for all of them; `pnpm test:node FILE …` runs
// those files alone.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serverVariable, startShared } from '../packages/gateway/src/shared-postgres.test.support.ts';

const root = join(import.meta.dirname, '..');
const all = [
  'packages/*/src/**/!(*.browser).test.ts',
  'scripts/**/*.test.mjs',
  'docs/reference/*.test.mjs',
  'examples/*/*.test.mjs',
];
const wanted = process.argv.slice(2).filter((argument) => argument !== '--');
const files = globSync(wanted.length > 0 ? wanted : all, { cwd: root }).toSorted();

/** Files that share a process: to load the gateway and to compile its database takes longer than most of their tests. */
const together = 8;

/** A file's tests as a suite of its name: what it does before and after them is done before and after those alone. */
const suiteOf = (file) =>
  `describe(${JSON.stringify(file)}, () => import(${JSON.stringify(pathToFileURL(join(root, file)))}));\n`;

/** Writes the programs of the run, each with some of the files, and answers their paths. */
const writeGroups = (folder) => {
  const count = Math.ceil(files.length / together);
  return Array.from({ length: count }, (_, number) => {
    // Dealt like cards, because what takes long lies together.
    const group = files.filter((_file, index) => index % count === number);
    const path = join(folder, `${number}.mjs`);
    writeFileSync(path, `import { describe } from 'node:test';\n${group.map(suiteOf).join('')}`);
    return path;
  });
};

if (files.length === 0) {
  console.log(`No file of tests: ${wanted.join(' ')}\n0 passed, 0 failed`);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'lapor-tests-'));
const server = await startShared();
const tests = spawn(
  process.execPath,
  [
    '--conditions=@lapor/source',
    '--test',
    '--test-concurrency=2',
    '--test-reporter=./scripts/test-reporter.mjs',
    ...writeGroups(folder),
  ],
  { cwd: root, env: { ...process.env, [serverVariable]: server.url }, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => tests.kill(signal));
const [code] = await once(tests, 'exit');
await server.end();
rmSync(folder, { recursive: true });
process.exit(code ?? 1);
