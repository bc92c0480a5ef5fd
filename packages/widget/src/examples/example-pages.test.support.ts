import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleWidget } from '../../scripts/bundle-widget.ts';
import { type NamedExample, namedExamples } from './named-examples.test.support.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const attributes = (all: Readonly<Record<string, string>>): string =>
  Object.entries(all)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');

/** A page with one example: what is around the form is as plain as can be, light or dark as the device is. */
const pageOf = (example: NamedExample): string => `<!doctype html>
<html${attributes({ lang: example.attributes?.['lang'] ?? 'id', ...example.page })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escaped(example.title)}">
<title>${escaped(example.title)}</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; font: 100%/1.5 system-ui, 'Noto Sans', sans-serif; }
body { margin: 0; }
main { max-width: 44rem; margin: 0 auto; padding: 0.5rem; }
h1 { margin: 0.5rem 1rem; font-size: 1.25rem; }
${example.style ?? ''}
</style>
<script type="application/json">${JSON.stringify(example).replaceAll('<', '\\u003c')}</script>
<script type="module" src="lapor${example.isInDialog ? '-button' : ''}.js"></script>
<script type="module" src="play-example.js"></script>
</head>
<body>
<main>
<h1>Layanan pengaduan</h1>
</main>
</body>
</html>`;

const listOf = (examples: readonly NamedExample[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The form in every state</title>
<link rel="icon" href="data:,">
<style>:root { color-scheme: light dark; font: 100%/1.6 system-ui, sans-serif; } main { max-width: 44rem; margin: 0 auto; padding: 1rem; }</style>
</head>
<body>
<main>
<h1>The form in every state</h1>
<p>Each page plays the way to its state by itself, against a gateway that lives in the page. Nothing is sent anywhere.</p>
<ul>
${examples.map(({ name, title }) => `<li><a href="${name}.html">${escaped(title)}</a></li>`).join('\n')}
</ul>
</main>
</body>
</html>`;

/** What plays an example, for browsers, as one file. */
const player = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('play-example.test.support.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['@lapor/source'],
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
};

/** The borders of the province in which the examples play, as the gateway sends them. */
const borders = (): string =>
  readFileSync(fileURLToPath(new URL('../../../schemas/data/boundaries/13.json', import.meta.url)), 'utf8');

/** Every file of the examples by its name: a page for each, a list of them, the widget as pages get it, what plays them. */
export const exampleFiles = async (): Promise<ReadonlyMap<string, string>> => {
  const [widget, playing] = await Promise.all([bundleWidget(), player()]);
  return new Map([
    ...widget.map(({ name, code }): [string, string] => [name, code]),
    ['play-example.js', playing],
    ['borders.json', borders()],
    ['index.html', listOf(namedExamples)],
    ...namedExamples.map((example): [string, string] => [`${example.name}.html`, pageOf(example)]),
  ]);
};
