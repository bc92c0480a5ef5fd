// What a browser downloads for a piece of a package: for the tests of its byte ceilings.
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

/** Bytes of a text or file after brotli at quality 11, as a server sends a file that it compressed beforehand. */
export const brotliSize = (content) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;

/** Types are only ever erased in this repository (`erasableSyntaxOnly`), so Node's own stripping is enough. */
const typeScript = {
  name: 'strip-types',
  load: async (id) => (id.endsWith('.ts') ? stripTypeScriptTypes(await readFile(id, 'utf8')) : undefined),
};

const virtualEntry = (path, source) => ({
  name: 'virtual-entry',
  resolveId: (id) => (id === path ? id : undefined),
  load: (id) => (id === path ? source : undefined),
});

/** Bundles, shakes and minifies a module that lies, as it were, in a package's folder. */
const bundle = async (folder, source) => {
  const path = join(folder, 'bundle-size-entry.js');
  const build = await rollup({
    input: path,
    plugins: [
      virtualEntry(path, source),
      nodeResolve({ exportConditions: ['@lapor/source'] }),
      typeScript,
      terser({ module: true }),
    ],
    onLog: (level, log, handle) => {
      // zod's modules import each other in circles and annotate calls that Rollup cannot use; neither concerns us.
      if (log.code === 'CIRCULAR_DEPENDENCY' || log.code === 'INVALID_ANNOTATION') return;
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
      handle(level, log);
    },
  });
  const { output } = await build.generate({ format: 'es' });
  await build.close();
  return output;
};

/**
 * Measures a package's TypeScript sources themselves, so that no build has to run first.
 *
 * A piece is a module as if it lay in the package's folder. What it imports but does not use is shaken off: export it or pass it on,
 * for instance `export { Report } from './src/report.ts';`. Both functions throw what Rollup throws when it does not parse or an
 * import is not found.
 *
 * @param packageFolder the address of the package's folder.
 */
export const bundlesIn = (packageFolder) => {
  const folder = fileURLToPath(packageFolder);
  return {
    brotliSizeOf: async (source) =>
      (await bundle(folder, source)).reduce(
        (sum, file) => sum + brotliSize(file.type === 'chunk' ? file.code : file.source),
        0,
      ),
    bundledCodeOf: async (source) =>
      (await bundle(folder, source)).map((file) => (file.type === 'chunk' ? file.code : '')).join('\n'),
  };
};
