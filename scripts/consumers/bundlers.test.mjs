// What users install, through every bundler that the README names: each makes a page's script, which files a report at a gateway
// that runs, in Chromium.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build as esbuild } from 'esbuild';
import { rollup } from 'rollup';
import { build as vite } from 'vite';
import webpack from 'webpack';
import { demoKeys, startDemoGateway } from '../../packages/client/src/demo-gateway.test.support.ts';
import { createDeskClient } from '../../packages/client/src/index.ts';
import { openPages } from '../readme/run-in-chromium.mjs';
import { installPacked } from './install-packed.mjs';

const sourceOf = (gateway, siteKey) => `
import { createClient } from '@lapor/client';

const client = createClient({ gateway: '${gateway}', siteKey: '${siteKey}' });
const { trackingId } = await client.reports.submit({
  classification: 'complaint',
  title: 'Jembatan gantung rusak',
  content: 'Papan jembatan gantung banyak yang lepas.',
});
document.title = trackingId;
`;

const inWebpack = (options) =>
  new Promise((resolve, reject) => {
    webpack(options, (error, stats) => {
      if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString({ all: false, errors: true })));
      else resolve();
    });
  });

/** Each takes a module and gives the script of a page. */
const bundlers = {
  async esbuild(entry) {
    const options = { bundle: true, format: 'esm', minify: true, target: 'es2022', write: false };
    return (await esbuild({ entryPoints: [entry], ...options })).outputFiles[0].text;
  },
  async rollup(entry) {
    const quietly = (level, log, handle) =>
      !/^(CIRCULAR_DEPENDENCY|INVALID_ANNOTATION)$/.test(log.code) && handle(level, log);
    const made = await rollup({ input: entry, plugins: [nodeResolve({ browser: true })], onLog: quietly });
    return (await made.generate({ format: 'es' })).output[0].code;
  },
  async Vite(entry, folder) {
    const options = { write: false, target: 'es2022', rollupOptions: { input: entry } };
    const made = await vite({ root: folder, configFile: false, logLevel: 'error', build: options });
    const { output } = [made].flat()[0];
    return output.find(({ type, isEntry }) => type === 'chunk' && isEntry).code;
  },
  async webpack(entry, folder) {
    const output = { path: join(folder, 'webpack'), filename: 'page.js', module: true, chunkFormat: 'module' };
    await inWebpack({
      context: folder,
      entry,
      output,
      mode: 'production',
      target: ['web', 'es2022'],
      experiments: { outputModule: true },
      performance: { hints: false },
    });
    return readFileSync(join(output.path, output.filename), 'utf8');
  },
};

let folder;
let gateway;
let pages;
let entry;

before(async () => {
  folder = installPacked();
  gateway = await startDemoGateway();
  pages = await openPages();
  const { sites, keys } = createDeskClient({ gateway: gateway.url, secretKey: demoKeys.secretKey });
  const site = { institutionId: 'sumbar', name: 'Situs contoh', regionCode: '13', origins: [pages.origin] };
  const { id } = await sites.create(site);
  const { key } = await keys.create({ kind: 'publishable', siteId: id, name: 'Contoh' });
  mkdirSync(join(folder, 'src'));
  entry = join(folder, 'src/page.js');
  writeFileSync(entry, sourceOf(gateway.url, key));
});
after(async () => {
  pages?.close();
  await gateway?.close();
  rmSync(folder, { recursive: true });
});

for (const [name, bundle] of Object.entries(bundlers)) {
  test(`a page that ${name} made files a report`, async () => {
    const { title } = await pages.run(await bundle(entry, folder));
    assert.match(title, /^\d+$/);
    const headers = { authorization: `Bearer ${demoKeys.siteKey}` };
    const { status } = await fetch(`${gateway.url}/v1/reports/${title}`, { headers });
    assert.equal(status, 200);
  });
}
