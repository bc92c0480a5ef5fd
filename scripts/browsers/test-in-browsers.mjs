// `pnpm test:browsers`: every `*.browser.test.ts` of every package in every browser of this machine, in one run.
// `pnpm test:browsers outbox` runs those with "outbox" in their path; `BROWSERS=chromium,firefox` narrows the browsers.
// A package that needs a server or a command of its own lists plugins for web-test-runner in `browser-tests.config.mjs`.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { startTestRunner } from '@web/test-runner';
import { launchBrowsers } from './browser-launchers.mjs';
import { countReporter } from './count-reporter.mjs';

const root = join(import.meta.dirname, '../..');
const wanted = process.argv.slice(2).filter((argument) => argument !== '--');

const files = globSync('packages/*/src/**/*.browser.test.ts', { cwd: root })
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .map((file) => join(root, file));

/** The plugins of the packages whose tests run. */
const pluginsOfPackages = async () => {
  const configurations = globSync('packages/*/browser-tests.config.mjs', { cwd: root }).filter((file) =>
    files.some((test) => test.startsWith(join(root, file, '..', 'src'))),
  );
  const modules = await Promise.all(configurations.map((file) => import(pathToFileURL(join(root, file)).href)));
  return modules.flatMap(({ plugins }) => plugins);
};

if (files.length === 0) {
  console.log('No browser test of that name: packages/*/src/**/*.browser.test.ts');
  console.log('0 passed, 0 failed');
  process.exit(wanted.length === 0 ? 0 : 1);
}

const runner = await startTestRunner({
  readCliArgs: false,
  readFileConfig: false,
  autoExitProcess: false,
  config: {
    files,
    rootDir: root,
    nodeResolve: { exportConditions: ['@lapor/source', 'browser', 'production', 'default'] },
    plugins: [
      // The target and the fields are those of tsconfig.json, so that tests see what is shipped.
      esbuildPlugin({ ts: true, target: 'es2022', tsconfig: join(root, 'tsconfig.json') }),
      ...(await pluginsOfPackages()),
    ],
    browsers: launchBrowsers(process.env.BROWSERS?.split(',')),
    concurrentBrowsers: 3,
    concurrency: 1,
    browserStartTimeout: 120_000,
    testsStartTimeout: 120_000,
    testsFinishTimeout: 300_000,
    testFramework: { config: { timeout: 30_000 } },
    reporters: [countReporter()],
    watch: false,
  },
});
// The runner's own process ends what it started; what a plugin left open must not keep us.
runner.on('stopped', (passed) => process.exit(passed ? 0 : 1));
