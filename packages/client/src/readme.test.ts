import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openPages } from '../../../scripts/readme/run-in-chromium.mjs';
import { readReadmes, testReadmes } from '../../../scripts/readme/test-readmes.test.support.mjs';
import { demoKeys, startDemoGateway } from './demo-gateway.test.support.ts';
import { createDeskClient } from './index.ts';

/** A gateway, with a site of its own for the pages of the examples that run in a browser. */
const prepare = async () => {
  const pages = await openPages();
  const { url, close } = await startDemoGateway();
  const { sites, keys } = createDeskClient({ gateway: url, secretKey: demoKeys.secretKey });
  const site = { institutionId: 'sumbar', name: 'Situs contoh', regionCode: '13', origins: [pages.origin] };
  const { id } = await sites.create(site);
  const { key } = await keys.create({ kind: 'publishable', siteId: id, name: 'Contoh' });
  process.env['LAPOR_SECRET_KEY'] = demoKeys.secretKey;
  return { url, close, pages, browserKey: key };
};

let preparing: ReturnType<typeof prepare> | undefined;
after(async () => {
  const prepared = await preparing;
  prepared?.pages.close();
  await prepared?.close();
});

testReadmes({
  packageFolder: fileURLToPath(new URL('..', import.meta.url)),
  readmes: await readReadmes({ 'packages/client/README.md': new URL('../README.md', import.meta.url) }),
  async rewrite(code, isForBrowser) {
    const { url, browserKey } = await (preparing ??= prepare());
    return code
      .replaceAll('https://lapor.sumbarprov.example', url)
      .replaceAll('pk_demo_sumbar', isForBrowser ? browserKey : demoKeys.siteKey);
  },
  compilerOptions: { lib: ['ES2024', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'] },
  runInBrowser: async (script) => (await preparing)?.pages.run(script),
});
