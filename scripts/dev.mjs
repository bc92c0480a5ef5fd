// `npm start` and `pnpm dev`: builds the workspace and runs a region, a nation and a page until they are told to stop. The
// region's gateway sends its reports on to the nation's; both hold the demo data. GATEWAY_PORT, NATIONAL_PORT and SITES_PORT
// choose other ports than 1708, 1709 and 8080 (0: any that is free), LAPOR_DATA another folder than `.lapor`.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectionTo } from './demo-connection.mjs';
import { allowPage, servePage } from './serve-page.mjs';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
const program = fileURLToPath(new URL('../packages/gateway/dist/cli/main.js', import.meta.url));
const bundler = fileURLToPath(new URL('../packages/widget/scripts/build-cdn.ts', import.meta.url));
const data = resolve(cwd, process.env.LAPOR_DATA || '.lapor');
const { GATEWAY_PORT, NATIONAL_PORT, SITES_PORT, ...surroundings } = process.env;

/** What is told to the gateways stands in their flags: a variable would tell it to both. */
const environment = Object.fromEntries(
  Object.entries(surroundings).filter(([name]) => !/^(LAPOR_|PORT$|DATABASE_URL)/.test(name)),
);

/** Runs a program of the workspace to its end. */
const runFirst = (args, stdout) => {
  const { status, signal } = spawnSync(process.execPath, args, { cwd, stdio: ['ignore', stdout, 'inherit'] });
  if (status !== 0) process.exit(status ?? 128 + constants.signals[signal]);
};

// Tests have built already, and others read at the same time what would be written here.
if (!process.argv.includes('--built') || !existsSync(program)) {
  console.log('Building the workspace.');
  runFirst([compiler, '-b'], 'inherit');
  runFirst(['--conditions=@lapor/source', '--no-warnings', bundler], 'ignore');
}

const gateways = [];
let page;
let isStopping = false;

/** Stops everything; whoever is told twice stops once. */
const stop = (signal) => {
  if (isStopping) return;
  isStopping = true;
  page?.close();
  page?.closeAllConnections();
  // A terminal's Ctrl-C reaches the gateways by itself and comes again from npm; a second signal would cut them short.
  if (signal === 'SIGINT' && process.stdin.isTTY) return;
  for (const gateway of gateways) gateway.kill(signal);
};

/** Starts a gateway, and gives its address when it is ready. */
const start = (port, folder, flags = []) => {
  const args = ['serve', '--demo', '--log-level', 'warn', '--port', port, '--data', join(data, folder), ...flags];
  const gateway = spawn(process.execPath, [program, ...args], {
    cwd,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  gateways.push(gateway);
  gateway.on('exit', (code, signal) => {
    // Without one of them the others are no demo.
    process.exitCode ||= code ?? 128 + constants.signals[signal];
    stop('SIGTERM');
  });
  return new Promise((ready) => {
    let said = '';
    gateway.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const [, url] = /^ready: (\S+)$/m.exec(said) ?? [];
      if (url !== undefined) ready(url);
    });
  });
};

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(signal));

const run = async () => {
  const nation = await start(NATIONAL_PORT || '1709', 'nation');
  const settings = join(data, 'region.config.json');
  mkdirSync(data, { recursive: true });
  writeFileSync(settings, JSON.stringify(await connectionTo(nation), undefined, 2));
  const region = await start(GATEWAY_PORT || '1708', 'gateway', ['--config', settings]);
  page = servePage(region, Number(SITES_PORT || 8080));
  await once(page, 'listening');
  const address = `http://localhost:${page.address().port}`;
  await allowPage(region, address);
  console.log(`the region: ${region}, the reference of every call at ${region}/v1/reference`);
  console.log(`the form without JavaScript: ${region}/forms/pk_demo_sumbar`);
  console.log(`the nation: ${nation}, where the region's reports arrive`);
  console.log(`ready: ${address}`);
};

run().catch((error) => {
  console.error(`npm start: ${error.message}`);
  process.exitCode = 1;
  stop('SIGTERM');
});
