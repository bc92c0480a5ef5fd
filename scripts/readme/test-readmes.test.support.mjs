// Runs and type-checks the examples of READMEs: every fenced block of `ts`, each as a module that lies in the package, so that
// the package's own name means itself. `console.log(value); // expected` becomes a check. What stands behind `ts` on the fence
// says how: `ts goes-on` is one module with the example before it, `ts browser` runs in Chromium.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundled } from './run-in-chromium.mjs';

const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');

/** Imports stand at the head of a module, wherever a page lets them stand. */
const joined = (one, other) => {
  const imports = [...other.matchAll(/^import [^;]*;\n/gm)].map(([line]) => line);
  return `${imports.join('')}${one}${other.replaceAll(/^import [^;]*;\n/gm, '')}`;
};

const checked = (code) => code.replaceAll(/^( *)console\.log\((.+)\); \/\/ (.+)$/gm, '$1assert.deepEqual($2, $3);');

/** The examples of a page, in their order. */
export const examplesIn = (text) => {
  const examples = [];
  for (const [, how, code] of text.matchAll(/^```ts *(.*)\n([^]*?)^```$/gm)) {
    if (how !== 'goes-on') examples.push({ isForBrowser: how === 'browser', code });
    else examples.push({ isForBrowser: false, code: joined(examples.pop().code, code) });
  }
  return examples;
};

/**
 * Registers the tests.
 *
 * @param options.packageFolder of the package whose name the examples use.
 * @param options.readmes the pages, by the names that the tests give them.
 * @param options.rewrite makes an example run here, for instance by the address of a gateway that listens. It is asked when the
 * tests have begun.
 * @param options.compilerOptions what the examples are compiled with, besides what the repository is.
 * @param options.runInBrowser runs a script for a page, for the examples that need one.
 */
export const testReadmes = ({
  packageFolder,
  readmes,
  rewrite = (code) => code,
  compilerOptions = {},
  runInBrowser,
}) => {
  let folder;
  const pages = readmes.map(({ name, text }) => ({ name, examples: examplesIn(text) }));
  const fileOf = (name, index) => join(folder, `${name.replaceAll(/\W/g, '-')}-${index + 1}.ts`);

  before(async () => {
    folder = await mkdtemp(join(packageFolder, 'readme-examples-'));
    for (const { name, examples } of pages) {
      for (const [index, { code, isForBrowser }] of examples.entries()) {
        const head = isForBrowser ? '' : `import assert from 'node:assert/strict';\n`;
        const tail = isForBrowser ? 'export {};\n' : 'export { assert };\n';
        await writeFile(
          fileOf(name, index),
          head + (await rewrite(isForBrowser ? code : checked(code), isForBrowser)) + tail,
        );
      }
    }
  });
  after(() => rm(folder, { recursive: true }));

  for (const { name, examples } of pages) {
    test(`${name} has examples`, () => assert.notEqual(examples.length, 0));
    for (const [index, { isForBrowser }] of examples.entries()) {
      const number = `example ${index + 1} of ${name}`;
      if (isForBrowser)
        test(`${number} runs in Chromium`, async () => runInBrowser(await bundled(fileOf(name, index))));
      else
        test(`${number} runs and prints what it says`, async () => {
          await import(pathToFileURL(fileOf(name, index)).href);
        });
    }
  }

  test('the types of every example are right', async () => {
    const options = { types: ['node'], rootDir: '..', composite: false, noEmit: true, noUnusedLocals: false };
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../../tsconfig.json',
        compilerOptions: { ...options, ...compilerOptions },
        include: ['*.ts'],
      }),
    );
    const { stdout, status } = spawnSync(process.execPath, [compiler, '--project', folder], { encoding: 'utf8' });
    assert.equal(status, 0, stdout.slice(0, 2000));
  });
};

/** Pages by the addresses of their files, as {@link testReadmes} takes them. */
export const readReadmes = (files) =>
  Promise.all(
    Object.entries(files).map(async ([name, url]) => ({ name, text: await readFile(fileURLToPath(url), 'utf8') })),
  );
