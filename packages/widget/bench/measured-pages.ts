import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundleWidget } from '../scripts/bundle-widget.ts';
import { plainForm } from '../src/plain-form.test.support.ts';

/** A file as a server holds it ready: packed beforehand. */
export interface ServedFile {
  readonly type: 'text/html' | 'text/javascript' | 'text/css';
  readonly packed: Buffer;
}

/** A page on which somebody is to write three things: what kind of report, a title, a text. */
export interface MeasuredPage {
  readonly name: string;
  /** Markup of the head and of the place for the form. `lapor` is the address of the folder with the widget. */
  readonly head: (lapor: string) => string;
  readonly body: string;
  /** True when its script comes from another origin that the browser has not met. */
  readonly isElsewhere?: boolean;
}

/** Nobody listens there: until the form is used, the widget asks no gateway. */
const gateway = 'http://127.0.0.1:9';

const plain = plainForm(
  { gateway, siteKey: 'pk_bench' },
  '\n  <p>Keadaan darurat? Jangan menunggu jawaban laporan ini. Telepon 112.</p>',
);

const element = (inner: string): string => `<lapor-form gateway="${gateway}" site-key="pk_bench">${inner}</lapor-form>`;
const ourScript = (lapor: string): string => `<script type="module" src="${lapor}/lapor.js" crossorigin></script>`;
const peer = (name: string, hasStyle: boolean) => (): string =>
  `${hasStyle ? `<link rel="stylesheet" href="/${name}.css">` : ''}<script type="module" src="/${name}.js"></script>`;

/** The plain form comes first: the others are measured by it. */
export const measuredPages: readonly MeasuredPage[] = [
  { name: 'plain HTML form', head: () => '', body: plain },
  { name: 'lapor-form around the plain form', head: ourScript, body: element(plain) },
  { name: 'the same, script from another origin', head: ourScript, body: element(plain), isElsewhere: true },
  { name: 'lapor-form, empty', head: ourScript, body: element('') },
  { name: 'the same, script from another origin ', head: ourScript, body: element(''), isElsewhere: true },
  { name: 'Sentry feedback', head: peer('sentry', false), body: '' },
  { name: 'FormKit on Vue', head: peer('formkit', true), body: '<div id="form"></div>' },
  { name: 'SurveyJS', head: peer('survey', true), body: '<div id="form"></div>' },
];

/** The page itself, as a region's site would be: a heading, a little text. */
export const pageOf = ({ head, body }: MeasuredPage, lapor: string): string => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Layanan pengaduan</title>
<link rel="icon" href="data:,">
${head(lapor)}
</head>
<body>
<h1>Layanan pengaduan</h1>
<p>Sampaikan laporan Anda. Kami meneruskannya kepada instansi yang berwenang.</p>
${body}
</body>
</html>`;

const packed = (type: ServedFile['type'], content: string | Uint8Array): ServedFile => ({
  type,
  packed: brotliCompressSync(content),
});

const peers = [
  ['sentry'],
  ['formkit', '@formkit/themes/genesis'],
  ['survey', 'survey-core/survey-core.fontless.min.css'],
] as const;

/** A peer as its users would build it: one file of script and one of styles, for production. */
const buildPeer = async ([name, style]: readonly [name: string, style?: string]): Promise<[string, ServedFile][]> => {
  const { outputFiles } = await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: [`./peers/${name}.mjs`, ...(style ? [style] : [])].map((path) => ({ in: path, out: name })),
    outdir: '/',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    legalComments: 'none',
    logLevel: 'error',
    loader: { '.woff2': 'empty', '.woff': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false' },
  });
  return outputFiles.map(({ path, contents }) =>
    path.endsWith('.css')
      ? [`/${name}.css`, packed('text/css', contents)]
      : [`/${name}.js`, packed('text/javascript', contents)],
  );
};

/** Every file besides the pages, by its path. */
export const buildFiles = async (): Promise<Map<string, ServedFile>> => {
  const ours = await bundleWidget();
  const theirs = await Promise.all(peers.map(buildPeer));
  return new Map([
    ...ours.map(({ name, code }): [string, ServedFile] => [`/lapor/${name}`, packed('text/javascript', code)]),
    ...theirs.flat(),
  ]);
};

/** A page, packed. */
export const packPage = (page: MeasuredPage, lapor: string): ServedFile => packed('text/html', pageOf(page, lapor));
