import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terserPlugin from '@rollup/plugin-terser';
import { rollup, type Plugin, type RollupOutput } from 'rollup';

// The plugin's types describe its CommonJS build, where the function is one level deeper than in the module that runs.
const terser = terserPlugin as unknown as typeof terserPlugin.default;

const entryPath = fileURLToPath(new URL('../bundle-size-entry.js', import.meta.url));

/** Bundles, shakes and minifies a module that lies, as it were, in this package's folder. */
const bundle = async (entrySource: string): Promise<RollupOutput['output']> => {
  const build = await rollup({
    input: entryPath,
    plugins: [
      virtualEntry(entrySource),
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
 * What a browser downloads for a piece of code: bytes after bundling, tree-shaking, minifying and brotli at quality 11.
 *
 * Bundles our TypeScript sources themselves, so that no build has to run first.
 *
 * @param entrySource a module as if it lay in this package's folder. What it imports but does not use is shaken off:
 *   export it or pass it on, for instance `export { Report } from './src/report.ts';`.
 * @throws what Rollup throws when the module does not parse or an import is not found.
 */
export const brotliSizeOf = async (entrySource: string): Promise<number> => {
  const output = await bundle(entrySource);
  return output.reduce((sum, file) => sum + brotliSize(file.type === 'chunk' ? file.code : file.source), 0);
};

/** The code that {@link brotliSizeOf} measures, as one text: for tests of what must not be in it. */
export const bundledCodeOf = async (entrySource: string): Promise<string> => {
  const output = await bundle(entrySource);
  return output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
};

/** Bytes of a text or file after brotli at quality 11, as a server sends a file that it compressed beforehand. */
export const brotliSize = (content: string | Uint8Array): number =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;

const virtualEntry = (source: string): Plugin => ({
  name: 'virtual-entry',
  resolveId: (id) => (id === entryPath ? id : undefined),
  load: (id) => (id === entryPath ? source : undefined),
});

/** Types are only ever erased in this repository (`erasableSyntaxOnly`), so Node's own stripping is enough. */
const typeScript: Plugin = {
  name: 'strip-types',
  load: async (id) => (id.endsWith('.ts') ? stripTypeScriptTypes(await readFile(id, 'utf8')) : undefined),
};
