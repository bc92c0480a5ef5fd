// What a test run prints: one line for each file, every failure in full where it happens and once more at the end, since
// the end is what a build machine keeps of a long output, and the count in the last line.
import { relative } from 'node:path';
import { inspect } from 'node:util';

const outcomes = ['passed', 'failed', 'skipped'];

/** How a test ended; nothing for a parent that failed by its children alone, or for a suite: its tests are counted, and what befell its hooks. */
const outcomeOf = (type, { details, skip, todo }) => {
  const { failureType } = details.error ?? {};
  if (failureType === 'subtestsFailed' || (details.type === 'suite' && failureType !== 'hookFailed')) return undefined;
  if ((skip ?? false) !== false || (todo ?? false) !== false) return 'skipped';
  return type === 'test:pass' ? 'passed' : 'failed';
};

const sentence = (count) =>
  outcomes
    .filter((outcome) => outcome === 'passed' || count[outcome] > 0)
    .map((outcome) => `${count[outcome]} ${outcome}`)
    .join(', ');

/** A reporter for `node --test`. */
export default async function* report(events) {
  const nothing = { passed: 0, failed: 0, skipped: 0 };
  const total = { ...nothing };
  const files = new Map();
  const failures = [];
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:pass' || type === 'test:fail') {
      const outcome = outcomeOf(type, data);
      if (outcome === undefined) continue;
      total[outcome] += 1;
      const before = files.get(data.file) ?? nothing;
      files.set(data.file, { ...before, [outcome]: before[outcome] + 1 });
      if (outcome !== 'failed') continue;
      const { error } = data.details;
      const failure = `✗ ${data.name}\n  ${relative('', data.file)}:${data.line}\n${inspect(error.cause ?? error, { depth: 5 })}\n`;
      failures.push(failure);
      yield failure;
    }
    if (type === 'test:summary' && data.file !== undefined) {
      const seconds = (data.duration_ms / 1000).toFixed(1);
      yield `${data.success ? '✓' : '✗'} ${relative('', data.file)}: ${sentence(files.get(data.file) ?? nothing)} (${seconds} s)\n`;
    }
  }
  if (failures.length > 0) yield `\nWhat failed:\n${failures.join('')}\n`;
  if (total.skipped > 0) yield `${total.skipped} skipped\n`;
  yield `${total.passed} passed, ${total.failed} failed\n`;
}
