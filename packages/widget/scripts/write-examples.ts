// `pnpm docs:build` calls it: writes the page of every example into a folder, as a part of the docs.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exampleFiles } from '../src/examples/example-pages.test.support.ts';

const folder = resolve(process.argv[2] ?? 'examples');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, content] of await exampleFiles()) writeFileSync(join(folder, name), content);
console.log(`The form in every state: ${join(folder, 'index.html')}`);
