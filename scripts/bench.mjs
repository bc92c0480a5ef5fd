// Runs every benchmark of every package, one after the other so that none disturbs another: packages/*/bench/*.bench.ts.
// `pnpm bench parse` runs only those whose path contains "parse".
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const wanted = process.argv[2] ?? '';
const files = globSync('packages/*/bench/*.bench.{ts,mjs}', { cwd: root }).filter((file) => file.includes(wanted));
if (files.length === 0) console.log('No benchmark of that name: packages/*/bench/*.bench.ts');
for (const [index, file] of files.toSorted().entries()) {
  console.log(`\n[${index + 1}/${files.length}] ${file}`);
  const { status } = spawnSync(process.execPath, ['--conditions=@lapor/source', file], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
