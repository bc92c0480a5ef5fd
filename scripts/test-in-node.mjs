// `pnpm test:node`: every test that needs no browser, with one PostgreSQL server for all of them; `pnpm test:node FILE …` runs
// those files alone.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { serverVariable, startShared } from '../packages/gateway/src/shared-postgres.test.support.ts';

const all = [
  'packages/*/src/**/!(*.browser).test.ts',
  'scripts/**/*.test.mjs',
  'docs/reference/*.test.mjs',
  'examples/*/*.test.mjs',
];
const wanted = process.argv.slice(2).filter((argument) => argument !== '--');

const server = await startShared();
const tests = spawn(
  process.execPath,
  [
    '--conditions=@lapor/source',
    '--test',
    '--test-concurrency=2',
    '--test-reporter=./scripts/test-reporter.mjs',
    ...(wanted.length > 0 ? wanted : all),
  ],
  { cwd: join(import.meta.dirname, '..'), env: { ...process.env, [serverVariable]: server.url }, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => tests.kill(signal));
const [code] = await once(tests, 'exit');
await server.end();
process.exit(code ?? 1);
