// The reporter of the browser tests, given what the runner would give it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { countReporter } from './count-reporter.mjs';

const file = join(process.cwd(), 'packages/client/src/outbox/outbox.browser.test.ts');

const session = (tests, more = {}) => ({
  browser: { name: 'Chromium' },
  testResults: { name: '', tests: [], suites: [{ name: 'the outbox', tests, suites: [] }] },
  errors: [],
  logs: [],
  ...more,
});

const passed = { name: 'sends', passed: true, skipped: false };
const skipped = { name: 'waits', passed: false, skipped: true };
const failed = {
  name: 'keeps',
  passed: false,
  skipped: false,
  error: { name: 'AssertionError', message: 'expected 1' },
};

/** What is printed for these sessions of one file, and the last line. */
const print = (context, sessions) => {
  const lines = [];
  context.mock.method(console, 'log', (line) => lines.push(line));
  const reporter = countReporter();
  const logger = { log: (line) => lines.push(line) };
  reporter.reportTestFileResults({ testFile: file, sessionsForTestFile: sessions, logger });
  reporter.stop({ sessions });
  return lines;
};

test('the count of all browsers is the last line, and what was skipped stands before it', (context) => {
  const lines = print(context, [session([passed, skipped]), session([passed])]);
  assert.deepEqual(lines.slice(-2), ['1 skipped', '2 passed, 0 failed']);
  assert.match(lines[0], /^✓ packages.*: Chromium 1 passed, 1 skipped; Chromium 1 passed$/);
});

test('a failure is told with its browser, its suites and its error', (context) => {
  const lines = print(context, [session([passed, failed], { logs: [['halo', 'dunia']] })]);
  assert.match(lines[0], /^✗ Chromium: the outbox › keeps\n.*\nAssertionError: expected 1/);
  assert.equal(lines[1], '  Chromium says: halo dunia');
  assert.equal(lines.at(-1), '1 passed, 1 failed');
});

test('a file that could not be run, or that holds no test, is a failure', (context) => {
  const broken = session([], { testResults: undefined, errors: [{ message: 'Could not import your test module.' }] });
  assert.equal(print(context, [broken]).at(-1), '0 passed, 1 failed');
  context.mock.reset();
  assert.equal(print(context, [session([])]).at(-1), '0 passed, 1 failed');
});
