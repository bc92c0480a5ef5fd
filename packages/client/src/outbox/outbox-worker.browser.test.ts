import { assert } from 'chai';
import { askForBackground } from './outbox-worker.ts';
import { next, openSite } from './outbox-site.browser.test.support.ts';
import { sampleReport } from './samples.browser.test.support.ts';

/** Registers the service worker for a site, and waits until it is active. */
const register = async (gateway: string, siteKey: string): Promise<ServiceWorkerRegistration> => {
  const script = new URL('sync-worker.browser.test.support.ts', import.meta.url);
  script.search = new URLSearchParams({ gateway, siteKey }).toString();
  const registration = await navigator.serviceWorker.register(script, { type: 'module' });
  while (registration.active?.state !== 'activated') await new Promise((resolve) => setTimeout(resolve, 20));
  return registration;
};

describe('the service worker of a site', () => {
  it('sends what a page put in, without the page', async function test() {
    // Background Sync is in Chromium alone.
    if (!('SyncManager' in globalThis)) this.skip();
    const site = await openSite();
    const registration = await register(site.gateway, site.siteKey);
    // Not started: this page sends nothing by itself.
    const outbox = site.outbox();
    askForBackground(outbox, registration);
    const delivered = next(outbox, 'delivered');
    const { id } = await outbox.add({ report: sampleReport() });
    await delivered;
    assert.lengthOf(await site.reports(), 1);
    assert.match((await outbox.receipt(id)).trackingId, /^\d+$/);
    await registration.unregister();
    site.close();
  });

  it('is not missed where there is none', async () => {
    const site = await openSite();
    const outbox = site.outbox();
    askForBackground(outbox);
    const delivered = next(outbox, 'delivered');
    await outbox.add({ report: sampleReport() });
    outbox.start();
    await delivered;
    assert.lengthOf(await site.reports(), 1);
    site.close();
  });
});
