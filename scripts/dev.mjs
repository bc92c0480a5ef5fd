// `npm start` and `pnpm dev`: builds the workspace, runs the gateway with its demo data and serves a page with the form, until
// it is told to stop. GATEWAY_PORT chooses another port than 1708, LAPOR_DATA another folder than `.lapor/gateway`.
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { pageAddress, servePage } from './serve-page.mjs';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
const program = fileURLToPath(new URL('../packages/gateway/dist/cli/main.js', import.meta.url));

console.log('Building the workspace.');
const built = spawnSync(process.execPath, [compiler, '-b'], { cwd, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 128 + constants.signals[built.signal]);

const bundler = fileURLToPath(new URL('../packages/widget/scripts/build-cdn.ts', import.meta.url));
const bundled = spawnSync(process.execPath, ['--conditions=@lapor/source', '--no-warnings', bundler], {
  cwd,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (bundled.status !== 0) process.exit(bundled.status ?? 1);

const flags = ['serve', '--demo', '--log-level', 'warn', '--port', process.env.GATEWAY_PORT || '1708'];
let page;
const gateway = spawn(process.execPath, [program, ...flags], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });

gateway.stdout.setEncoding('utf8').on('data', (text) => {
  process.stdout.write(text);
  const url = /^ready: (\S+)$/m.exec(text)?.[1];
  if (url === undefined) return;
  console.log(`ready: the form, as it is without JavaScript, is at ${url}/forms/pk_demo_sumbar`);
  page = servePage(url).on('listening', () => console.log(`ready: a page with the form is at ${pageAddress}`));
  page.on('error', ({ message }) => console.error(`The page with the form is not served: ${message}`));
  console.log(`ready: the reference of every call is at ${url}/v1/reference`);
  console.log(`ready: the public reports: curl -H 'Authorization: Bearer pk_demo_sumbar' ${url}/v1/reports`);
});
gateway.on('exit', (code, signal) => {
  process.exitCode = code ?? 128 + constants.signals[signal];
  page?.close();
  page?.closeAllConnections();
});

// A terminal's Ctrl-C reaches the gateway by itself and comes again from npm; a second signal would cut it short.
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (!isStopping && !(signal === 'SIGINT' && process.stdin.isTTY)) gateway.kill(signal);
    isStopping = true;
  });
}
