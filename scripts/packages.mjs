// Looks at every package as its users will get it: publint at the tarball, attw at how its types resolve.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack, publicPackages } from './pack.mjs';

const temporary = mkdtempSync(join(tmpdir(), 'lapor-packages-'));
const count = { passed: 0, failed: 0 };

const check = (...command) => {
  const { status } = spawnSync('pnpm', ['exec', ...command], { shell: process.platform === 'win32', stdio: 'inherit' });
  count[status === 0 ? 'passed' : 'failed'] += 1;
};

try {
  for (const { path } of publicPackages()) {
    const tarball = pack(path, temporary);
    check('publint', '--strict', tarball);
    check('attw', '--profile', 'esm-only', '--no-color', tarball);
  }
} finally {
  rmSync(temporary, { recursive: true });
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed > 0 ? 1 : 0;
