import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terserPlugin from '@rollup/plugin-terser';
import { minifyHTMLLiterals } from 'minify-literals';
import { type OutputChunk, type Plugin, rollup } from 'rollup';
import { standInsFirst } from './stand-ins-first.ts';
import { rememberNames, withoutUnsaid } from './unsaid-sentences.ts';

// The plugin's types describe its CommonJS build, where the function is one level deeper than in the module that runs.
const terser = terserPlugin as unknown as typeof terserPlugin.default;

/** Types are only ever erased in this repository, so Node's own stripping is enough; then templates lose their line breaks. */
const typeScript: Plugin = {
  name: 'strip-types',
  async load(id) {
    if (!id.endsWith('.ts')) return undefined;
    const code = stripTypeScriptTypes(await readFile(id, 'utf8'));
    return (await minifyHTMLLiterals(code, { fileName: id, sourceMap: false }))?.code ?? code;
  },
};

/**
 * Leaflet asks at its start whether a browser draws SVG in markup, by writing markup, which ends a script under Trusted Types.
 * Every browser that runs this file does.
 */
const noMarkup: Plugin = {
  name: 'leaflet-without-markup',
  transform(code, id) {
    if (!id.includes('leaflet-src')) return undefined;
    return code.replace("div.innerHTML = '<svg/>';", "div.append(svgCreate('svg'));");
  },
};

/** One file of the build. */
export interface WidgetFile {
  readonly name: string;
  readonly code: string;
  /** Bytes over the wire. */
  readonly brotli: number;
  /** The files that it cannot do without. */
  readonly imports: readonly string[];
  /** The files that it loads when they are needed. */
  readonly later: readonly string[];
}

/** Bytes of a text after brotli at quality 11, as a server sends a file that it compressed beforehand. */
const brotliSize = (content: string): number =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;

const sourceOf = (name: string): string => fileURLToPath(new URL(`../src/${name}`, import.meta.url));

const entries = { lapor: sourceOf('define-for-pages.ts'), 'lapor-button': sourceOf('define-button.ts') };

/** The files that come out of these plugins, after those that every build needs. */
const bundle = async (input: Record<string, string>, ...plugins: Plugin[]): Promise<OutputChunk[]> => {
  const missing: { module: string; message: string }[] = [];
  const build = await rollup({
    input,
    plugins: [
      standInsFirst,
      nodeResolve({ exportConditions: ['@lapor/source', 'browser', 'production', 'default'] }),
      typeScript,
      ...plugins,
    ],
    onLog: (level, log, handle) => {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
      if (log.code === 'MISSING_EXPORT') {
        // Schemas that no page loads may use more of zod than its stand-in has.
        missing.push({ module: log.id ?? '', message: log.message });
        return;
      }
      handle(level, log);
    },
  });
  const { output } = await build.generate({
    format: 'es',
    freeze: false,
    entryFileNames: '[name].js',
    // The same sentences in two languages are two files of one name: it says which.
    chunkFileNames: ({ facadeModuleId }) =>
      `lapor-[name]${/[/\\]sentences([/\\]\w+)[/\\]/.exec(facadeModuleId ?? '')?.[1]?.replace(/\W/, '-') ?? ''}-[hash:8].js`,
    // The button asks for the form's class; without this that would tear the form's first file in two.
    manualChunks: (id) =>
      /\/(define-for-pages|register-elements|elements\/lapor-form)\.ts$/.test(id) ? 'lapor' : undefined,
    hoistTransitiveImports: false,
  });
  await build.close();
  const chunks = output.filter((file): file is OutputChunk => file.type === 'chunk');
  for (const { module, message } of missing)
    if (chunks.some(({ modules }) => (modules[module]?.renderedLength ?? 0) > 0))
      throw new Error(`bundleWidget: ${message} Teach it to the stand-in.`);
  return chunks;
};

const readNames = async (): Promise<Set<string>> => {
  const names = new Map<string, Set<string>>();
  const chunks = await bundle(entries, rememberNames(names));
  const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules));
  return new Set(modules.flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [...(names.get(id) ?? [])] : [])));
};

let reading: Promise<Set<string>> | undefined;

/** The names that the modules of the widget read, those that are left out not counted. Found once: it takes a build. */
const namesRead = (): Promise<Set<string>> => (reading ??= readNames());

/** The widget as pages get it: one entry, and what it loads on the way, bundled from the sources themselves. */
export const bundleWidget = async (): Promise<readonly WidgetFile[]> => {
  const chunks = await bundle(
    entries,
    withoutUnsaid(await namesRead()),
    noMarkup,
    // Functions that stand where they are called are more text to pack than their names are.
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- 1 has a name in terser's types alone
    terser({ module: true, ecma: 2020, compress: { passes: 3, inline: 1 } }),
  );
  return chunks.map(({ fileName, code, imports, dynamicImports, modules }) => ({
    modules,
    name: fileName,
    code,
    brotli: brotliSize(code),
    imports,
    later: dynamicImports,
  }));
};

/** Everything that the form says, in Indonesian, as a module that people can read and put their own words into. */
export const bundleWords = async (): Promise<string> => {
  const [words] = await bundle(
    { words: sourceOf('sentences/indonesian.ts') },
    withoutUnsaid(await namesRead()),
    terser({
      module: true,
      compress: false,
      mangle: false,
      format: { beautify: true, comments: 'all', indent_level: 2 },
    }),
  );
  if (!words) throw new Error('bundleWords: there are no words.');
  return words.code;
};
