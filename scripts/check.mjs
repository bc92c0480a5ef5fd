// `pnpm check`: everything that has to hold, step by step, to the end even when a step fails. The last line counts:
// a step whose own last line is such a count adds that, any other step adds one.
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

// Hundreds of test files and the command lines that they start load the same modules: Node keeps what it has compiled.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/node-compile');

const steps = [
  { name: 'lint', args: ['run', 'lint'] },
  { name: 'lint with types', args: ['run', 'lint:types'] },
  { name: 'build', args: ['run', 'build'] },
  { name: 'system programs', args: ['run', 'system-programs'] },
  { name: 'tests', args: ['run', 'test:node'] },
  { name: 'packages', args: ['run', 'lint:packages'] },
  {
    name: 'browser tests',
    args: ['run', 'test:browsers'],
    needed: globSync('packages/*/src/**/*.browser.test.ts', { cwd: root }).length > 0,
  },
  { name: 'docs', args: ['run', 'docs:build'] },
].filter(({ needed = true }) => needed);

/** Runs a step, shows what it prints, and answers how many things passed and failed in it, and its last words. */
const run = ({ args }) =>
  new Promise((resolve) => {
    const child = spawn('pnpm', ['--silent', ...args], {
      cwd: root,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let tail = '';
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      tail = (tail + chunk).slice(-4000);
    });
    child.on('error', (error) => console.error(error.message));
    child.on('close', (code) => {
      const [, passed, failed] = /^(\d+) passed, (\d+) failed\s*$/m.exec(tail.trimEnd().split('\n').at(-1)) ?? [];
      if (passed === undefined) resolve(code === 0 ? { passed: 1, failed: 0, tail } : { passed: 0, failed: 1, tail });
      else resolve({ passed: Number(passed), failed: Math.max(Number(failed), code === 0 ? 0 : 1), tail });
    });
  });

const total = { passed: 0, failed: 0 };
const broken = [];
for (const [index, step] of steps.entries()) {
  const place = `[${index + 1}/${steps.length}] ${step.name}`;
  console.log(`\n${place} …`);
  const began = Date.now();
  const { passed, failed, tail } = await run(step);
  console.log(`${place}: ${failed > 0 ? 'FAILED' : 'ok'} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) broken.push({ name: step.name, tail });
}
// Once more, because a build machine may keep only the end of a long output.
for (const { name, tail } of broken) console.log(`\nThe last words of "${name}":\n${tail}`);
console.log(broken.length > 0 ? `\nFailed: ${broken.map(({ name }) => name).join(', ')}` : '');
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
