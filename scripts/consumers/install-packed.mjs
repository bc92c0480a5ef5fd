// The packages as a user has them after an install: packed, unpacked into an empty folder, with what they depend on beside them.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pack, publicPackages } from '../pack.mjs';

const root = join(import.meta.dirname, '../..');

/** What is imported. Programs are left out: they are run, and tested where they are. */
export const libraries = () => publicPackages().filter(({ manifest }) => manifest.bin === undefined);

const install = (folder, { path, manifest }) => {
  const target = join(folder, 'node_modules', manifest.name);
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', pack(path, folder), '-C', target, '--strip-components=1']);
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    if (name.startsWith('@lapor/')) continue; // packed and installed by its own turn
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    rmSync(link, { force: true });
    symlinkSync(realpathSync(join(path, 'node_modules', name)), link, 'junction');
  }
};

/** Makes a folder of a user's project, with every library in it, built as it is now. Whoever asks removes it. */
export const installPacked = () => {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-b'], { cwd: root });
  assert.equal(status, 0, 'The packages have to build first: pnpm build.');
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lapor-consumer-')));
  const dependencies = Object.fromEntries(libraries().map(({ manifest }) => [manifest.name, manifest.version]));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', dependencies }));
  for (const library of libraries()) install(folder, library);
  return folder;
};
