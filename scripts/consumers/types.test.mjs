// The types of every public entry, as a user's compiler sees them: from the tarball, under each supported TypeScript.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { installPacked, libraries } from './install-packed.mjs';

const root = join(import.meta.dirname, '../..');
const compilers = ['typescript-5.9', 'typescript-6.0', 'typescript'];
const resolutions = [
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
];

/** Every public entry, by the name a user imports. Entries with a `*` and JSON files have no types of their own. */
const entries = libraries().flatMap(({ manifest }) =>
  Object.keys(manifest.exports)
    .filter((entry) => !entry.includes('*') && !entry.endsWith('.json'))
    .map((entry) => manifest.name + entry.slice(1)),
);

const compilerOf = (name) => join(root, 'node_modules', name, 'bin/tsc');

let temporary;

before(() => {
  temporary = installPacked();
  const lines = (line) => entries.map((entry, index) => line(`all${index}`, entry)).join('\n');
  const importing = (name, entry) => `import * as ${name} from '${entry}';`;
  writeFileSync(
    join(temporary, 'right.ts'),
    lines((name, entry) => `${importing(name, entry)} export { ${name} };`),
  );
  // Whatever an entry exports, it is not null. A compiler that finds no types for it would let this pass.
  const wrong = (name, entry) => `${importing(name, entry)} export const not_${name}: typeof ${name} = null;`;
  writeFileSync(join(temporary, 'wrong.ts'), lines(wrong));
});
after(() => rmSync(temporary, { recursive: true }));

for (const compiler of compilers) {
  for (const resolution of resolutions) {
    test(`${compiler} with ${resolution.moduleResolution} knows the types of all ${entries.length} entries`, () => {
      const options = { ...resolution, target: 'es2022', lib: 'es2023,dom', strict: true, noEmit: true, pretty: false };
      const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
      const { stdout } = spawnSync(process.execPath, [compilerOf(compiler), ...flags, 'right.ts', 'wrong.ts'], {
        cwd: temporary,
        encoding: 'utf8',
      });
      const errors = stdout.split('\n').filter((line) => line.includes('error TS'));
      const planted = entries.map((_, index) => `wrong.ts:${index + 1}: TS2322`);
      const found = errors.map((line) => line.replace(/^(.*)\((\d+),\d+\): error (TS\d+).*$/s, '$1:$2: $3'));
      assert.deepEqual(found, planted, stdout);
    });
  }
}
