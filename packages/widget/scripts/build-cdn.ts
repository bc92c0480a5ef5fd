// `pnpm --filter @lapor/widget build:cdn`: writes the files for pages into `cdn/` and prints what each costs over the wire.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWidget } from './bundle-widget.ts';

const folder = join(import.meta.dirname, '../cdn');

const files = await bundleWidget();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, code } of files) writeFileSync(join(folder, name), code);

const rows = files.map(({ name, code, brotli }) => ({
  file: name,
  'bytes over the wire (brotli)': brotli,
  'bytes as it lies': Buffer.byteLength(code),
}));
console.table(rows);
