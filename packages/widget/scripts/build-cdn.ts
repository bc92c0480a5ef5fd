// `pnpm --filter @lapor/widget build:cdn`: writes the files for pages into `cdn/`, prints what each file and each way through
// the form costs over the wire, and writes the same as `cdn/sizes.json`; the hashes of all files into `cdn/integrity.json`; and all
// that the form says into `cdn/words.id.js`, from which a region makes words of its own.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWidget, bundleWords } from './bundle-widget.ts';
import { integrityOf } from './integrity-of.ts';
import { sizeOf, ways } from './ways-of-size.ts';

const folder = join(import.meta.dirname, '../cdn');

const files = await bundleWidget();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, code } of files) writeFileSync(join(folder, name), code);

writeFileSync(join(folder, 'words.id.js'), await bundleWords());
writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(integrityOf(files), undefined, 2)}\n`);

const sizes = {
  files: files.map(({ name, code, brotli }) => ({ file: name, brotli, bytes: Buffer.byteLength(code) })),
  ways: ways.map((way) => ({
    way: way.what,
    brotli: sizeOf(files, way),
    goal: way.goal,
    files: way.files.join(' + '),
  })),
};
writeFileSync(join(folder, 'sizes.json'), `${JSON.stringify(sizes, undefined, 2)}\n`);
console.log('Bytes over the wire (brotli) and as they lie:');
console.table(sizes.files);
console.log('What is loaded together, and what it is to cost at most:');
console.table(sizes.ways);
