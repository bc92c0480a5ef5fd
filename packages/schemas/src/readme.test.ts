import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const readmes = { 'README.md': '../../../README.md', 'packages/schemas/README.md': '../README.md' };

/** The examples of a page, with what each `console.log(…); // …` promises made into a check. */
const examplesIn = (text: string): string[] =>
  [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) =>
    code.replace(/^console\.log\((.+)\); \/\/ (.+)$/gm, 'assert.deepEqual($1, $2);'),
  );

const examples = await Promise.all(
  Object.entries(readmes).map(async ([name, path]) => ({
    name,
    codes: examplesIn(await readFile(new URL(path, import.meta.url), 'utf8')),
  })),
);

/** Lies in the package, so that `@lapor/schemas` means this package itself, as its `exports` say. */
let folder: string;
const fileOf = (name: string, index: number) => join(folder, `${name.replaceAll(/\W/g, '-')}-${index + 1}.ts`);

before(async () => {
  folder = await mkdtemp(join(packageFolder, 'readme-examples-'));
  for (const { name, codes } of examples) {
    for (const [index, code] of codes.entries()) {
      await writeFile(fileOf(name, index), `import assert from 'node:assert/strict';\n${code}\nexport { assert };\n`);
    }
  }
});
after(() => rm(folder, { recursive: true }));

for (const { name, codes } of examples) {
  test(`${name} has examples`, () => assert.notEqual(codes.length, 0));
  for (const [index] of codes.entries()) {
    test(`example ${index + 1} of ${name} runs and prints what it says`, async () => {
      await import(pathToFileURL(fileOf(name, index)).href);
    });
  }
}

test('the types of every example are right', async () => {
  const options = { types: ['node'], rootDir: '..', composite: false, noEmit: true, noUnusedLocals: false };
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../../tsconfig.json', compilerOptions: options, include: ['*.ts'] }),
  );
  const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');
  const { stdout, status } = spawnSync(process.execPath, [compiler, '--project', folder], { encoding: 'utf8' });
  assert.equal(status, 0, stdout.slice(0, 2000));
});
