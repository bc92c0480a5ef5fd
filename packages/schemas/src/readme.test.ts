import { fileURLToPath } from 'node:url';
import { readReadmes, testReadmes } from '../../../scripts/readme/test-readmes.test.support.mjs';

testReadmes({
  packageFolder: fileURLToPath(new URL('..', import.meta.url)),
  readmes: await readReadmes({
    'README.md': new URL('../../../README.md', import.meta.url),
    'packages/schemas/README.md': new URL('../README.md', import.meta.url),
  }),
});
