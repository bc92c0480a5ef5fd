// What a run of browser tests prints: one line for each file, every failure in full, and the count in the last line.
import { relative } from 'node:path';

/** Every test of a file with the names of the suites around it. */
const testsIn = ({ tests = [], suites = [] } = {}, around = []) => [
  ...tests.map((test) => ({ ...test, name: [...around, test.name].join(' › ') })),
  ...suites.flatMap((suite) => testsIn(suite, [...around, suite.name])),
];

/** The tests of a file in one browser. A file that could not be run, or holds no test, is a failure by itself. */
const outcomesOf = (session) => {
  const tests = testsIn(session.testResults);
  const faults = session.errors.map((error) => ({ name: 'the file itself', passed: false, skipped: false, error }));
  if (tests.length + faults.length > 0) return [...tests, ...faults];
  return [{ name: 'the file itself', passed: false, skipped: false, error: { message: 'It holds no test.' } }];
};

const count = (tests) => ({
  passed: tests.filter(({ passed, skipped }) => passed && !skipped).length,
  failed: tests.filter(({ passed, skipped }) => !passed && !skipped).length,
  skipped: tests.filter(({ skipped }) => skipped).length,
});

const sentence = ({ passed, failed, skipped }) =>
  [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`]
    .filter(Boolean)
    .join(', ');

const explain = ({ name, message, stack, expected, actual } = {}) => {
  const head = [name, message].filter(Boolean).join(': ');
  const trace = stack?.includes(message) ? stack : `${head}\n${stack ?? ''}`;
  return actual === undefined ? trace : `${trace}\n  expected: ${expected}\n  actual:   ${actual}`;
};

/** A reporter for web-test-runner. */
export const countReporter = () => ({
  reportTestFileResults({ testFile, sessionsForTestFile, logger }) {
    const file = relative(process.cwd(), testFile);
    const results = sessionsForTestFile.map((session) => ({ session, tests: outcomesOf(session) }));
    for (const { session, tests } of results) {
      for (const { name, error } of tests.filter(({ passed, skipped }) => !passed && !skipped))
        logger.log(`✗ ${session.browser.name}: ${name}\n  ${file}\n${explain(error)}`);
      for (const log of session.logs) logger.log(`  ${session.browser.name} says: ${log.join(' ')}`);
    }
    const isGood = results.every(({ tests }) => count(tests).failed === 0);
    const browsers = results.map(({ session, tests }) => `${session.browser.name} ${sentence(count(tests))}`);
    logger.log(`${isGood ? '✓' : '✗'} ${file}: ${browsers.join('; ')}`);
  },

  stop({ sessions }) {
    const { passed, failed, skipped } = count([...sessions].flatMap(outcomesOf));
    if (skipped > 0) console.log(`${skipped} skipped`);
    console.log(`${passed} passed, ${failed} failed`);
  },
});
