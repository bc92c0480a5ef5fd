// What a test run prints: one line for each file, every failure in full where it happens and once more at the end, since
// the end is what a build machine keeps of a long output, and the count in the last line.
import { relative, resolve } from 'node:path';
import { inspect } from 'node:util';

const outcomes = ['passed', 'failed', 'skipped'];

/** How a test ended; nothing for what failed by its children alone, and for a suite that did not: its tests are counted. */
const outcomeOf = (type, { details, skip, todo }) => {
  if (details.error?.failureType === 'subtestsFailed') return undefined;
  if (details.type === 'suite' && type === 'test:pass') return undefined;
  if ((skip ?? false) !== false || (todo ?? false) !== false) return 'skipped';
  return type === 'test:pass' ? 'passed' : 'failed';
};

const sentence = (count) =>
  outcomes
    .filter((outcome) => outcome === 'passed' || count[outcome] > 0)
    .map((outcome) => `${count[outcome]} ${outcome}`)
    .join(', ');

/** A reporter for what `test-in-node.mjs` runs. */
export default async function* report(events) {
  const nothing = { passed: 0, failed: 0, skipped: 0 };
  const total = { ...nothing };
  const files = new Map();
  const failures = [];
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const outcome = outcomeOf(type, data);
    if (outcome !== undefined) {
      total[outcome] += 1;
      const before = files.get(data.file) ?? nothing;
      files.set(data.file, { ...before, [outcome]: before[outcome] + 1 });
    }
    if (outcome === 'failed') {
      const { error } = data.details;
      const failure = `✗ ${data.name}\n  ${relative('', data.file)}:${data.line}\n${inspect(error.cause ?? error, { depth: 5 })}\n`;
      failures.push(failure);
      yield failure;
    }
    // The tests of a file lie in a suite of its name.
    if (data.nesting === 0 && data.details.type === 'suite') {
      const seconds = (data.details.duration_ms / 1000).toFixed(1);
      yield `${type === 'test:pass' ? '✓' : '✗'} ${data.name}: ${sentence(files.get(resolve(data.name)) ?? nothing)} (${seconds} s)\n`;
    }
  }
  if (failures.length > 0) yield `\nWhat failed:\n${failures.join('')}\n`;
  if (total.skipped > 0) yield `${total.skipped} skipped\n`;
  yield `${total.passed} passed, ${total.failed} failed\n`;
}
