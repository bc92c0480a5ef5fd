import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readReadmes, testReadmes } from '../../../scripts/readme/test-readmes.test.support.mjs';
import { demoKeys, startDemoGateway } from './demo-gateway.test.support.ts';
import { createDeskClient } from './index.ts';

/** Where the pages of the examples are that run in a browser. */
const origin = 'https://situs.sumbarprov.example';

/** A gateway, with a site of its own for those pages. */
const prepare = async () => {
  const { url, close } = await startDemoGateway();
  const { sites, keys } = createDeskClient({ gateway: url, secretKey: demoKeys.secretKey });
  const site = { institutionId: 'sumbar', name: 'Situs contoh', regionCode: '13', origins: [origin] };
  const { id } = await sites.create(site);
  const { key } = await keys.create({ kind: 'publishable', siteId: id, name: 'Contoh' });
  process.env['LAPOR_SECRET_KEY'] = demoKeys.secretKey;
  return { url, close, browserKey: key };
};

let preparing: ReturnType<typeof prepare> | undefined;
after(async () => (await preparing)?.close());

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
  page: () => origin,
});
