// `npm start` and `npm test` on any machine that has Node >= 20 and npm. Brings the pinned Node and pnpm from the npm
// registry when the machine's own will not do, installs the workspace, then runs the root script of the given name.
// Plain JavaScript without a dependency, because it runs before anything is installed and under an older Node.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const NODE = '24.21.0';
const root = fileURLToPath(new URL('..', import.meta.url));
const { engines, packageManager } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const shell = process.platform === 'win32'; // npx and pnpm are .cmd files there
const began = Date.now();

/** One line of progress, with the seconds since the start. */
const say = (sentence) => console.log(`[${((Date.now() - began) / 1000).toFixed(1)} s] ${sentence}`);

/** The surroundings without the outer npm's own settings, which would confuse pnpm and the inner npx. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));

/** What a command prints, or nothing when it cannot be run. */
const output = (command, args, stderr = 'ignore') => {
  try {
    const options = { cwd: root, encoding: 'utf8', env: environment, shell, stdio: ['ignore', 'pipe', stderr] };
    return execFileSync(command, args, options).trim();
  } catch {
    return '';
  }
};

/** Whether version `a` is older than version `b`. */
const isOlder = (a, b) => a.localeCompare(b, 'en', { numeric: true }) < 0;

/** The npm packages that this machine still needs: Node, pnpm, both or neither. */
const missingTools = () => [
  ...(isOlder(process.versions.node, engines.node.replace('>=', '')) ? [`node@${NODE}`] : []),
  ...(`pnpm@${output('pnpm', ['--version'])}` === packageManager ? [] : [packageManager]),
];

/** Puts the tools in front of PATH. npx keeps them in npm's cache, so that only the first run downloads. */
const bring = (tools) => {
  say(`Node ${process.versions.node} is here; taking ${tools.join(' and ')} from npm (the first time, a download).`);
  const packages = tools.map((tool) => `--package=${tool}`);
  const print = ['--', 'node', '-p', 'process.env.PATH'];
  const path = output('npx', ['--yes', '--prefer-offline', ...packages, ...print], 'inherit');
  if (path === '') {
    console.error(
      `npm could not bring ${tools.join(' and ')}. Check the network, or install Node 24 and run this again.`,
    );
    process.exit(1);
  }
  const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  environment[name] = path.split('\n').at(-1);
};

/** What is running now: signals go to it. */
let child;

/** Passes a signal on; between two commands it ends the bootstrap itself. */
const stop = (signal) => {
  if (child === undefined) process.exit(128 + constants.signals[signal]);
  child.kill(signal);
};
process.on('SIGINT', stop).on('SIGTERM', stop);

// A signal to npm itself ends npm and the shell between us, and never gets here: look whether they are gone.
const parent = process.ppid;
if (process.env.npm_lifecycle_event !== undefined)
  setInterval(() => process.ppid !== parent && stop('SIGTERM'), 500).unref();

/** Runs a command to its end and answers its exit code. */
const run = (command, args) =>
  new Promise((resolve) => {
    child = spawn(command, args, { cwd: root, env: environment, shell, stdio: 'inherit' });
    const done = (code) => {
      child = undefined;
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.on('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });

const [script, ...rest] = process.argv.slice(2);
const tools = missingTools();
if (tools.length > 0) bring(tools);
say('Installing the workspace.');
const installed = await run('pnpm', ['install', '--frozen-lockfile', '--prefer-offline']);
if (installed !== 0) process.exit(installed);
say(`Running "${script}".`);
process.exit(await run('pnpm', ['run', script, ...rest]));
