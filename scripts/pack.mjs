// The public packages as users will get them: packed by pnpm, with `catalog:` and `workspace:` replaced by versions.
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The folder and the package.json of every package that is published. */
export const publicPackages = () =>
  globSync('packages/*/package.json', { cwd: root })
    .toSorted()
    .map((file) => join(root, file))
    .map((file) => ({ path: dirname(file), manifest: JSON.parse(readFileSync(file, 'utf8')) }))
    .filter(({ manifest }) => manifest.private !== true);

/** Packs the package in a folder and answers the path of the tarball. The package has to be built. */
export const pack = (path, destination) => {
  const options = { cwd: path, encoding: 'utf8', shell: process.platform === 'win32' };
  const { filename } = JSON.parse(execFileSync('pnpm', ['pack', '--json', '--pack-destination', destination], options));
  return filename;
};
