import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const command = join(createRequire(import.meta.url).resolve('@redocly/cli/package.json'), '../bin/cli.js');
const document = fileURLToPath(new URL('../../../openapi.json', import.meta.url));
const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

test("the document passes Redocly's recommended rules without an error or a warning", async () => {
  const args = [command, 'lint', '--extends=recommended', '--format=json', document];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, ...quiet } });
  const { totals, problems } = JSON.parse(stdout) as {
    totals: { errors: number; warnings: number };
    problems: unknown[];
  };
  assert.deepEqual(
    { errors: totals.errors, warnings: totals.warnings },
    { errors: 0, warnings: 0 },
    JSON.stringify(problems, null, 1),
  );
});
