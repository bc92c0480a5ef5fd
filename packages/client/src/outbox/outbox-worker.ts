/**
 * Lets an outbox send while no page of the site is open, where the site hosts a service worker and the browser has
 * Background Sync (Chromium). Without either, the outbox sends as it always does.
 *
 * @module
 */
import type { Outbox } from './outbox.ts';

const tag = 'lapor-outbox';

/** What TypeScript's DOM does not know of Background Sync. */
interface SyncManager {
  register(tag: string): Promise<void>;
}
interface SyncEvent extends Event {
  readonly tag: string;
  waitUntil(work: Promise<unknown>): void;
}

/** Sends, and fails when something still waits, so that the browser tries again later. */
const sendAll = async (outbox: Outbox): Promise<void> => {
  await outbox.flush({ now: true });
  if ((await outbox.list()).some(({ state }) => state === 'waiting'))
    throw new Error('@lapor/client/outbox-worker: reports still wait.');
};

/**
 * In the site's service worker: sends when the browser says that there is a connection.
 *
 * @example
 * // sw.js of the site, registered with { type: 'module' }
 * sendInBackground(new Outbox({ client: createClient({ gateway, siteKey }), gateway, siteKey }));
 */
export const sendInBackground = (outbox: Outbox): void => {
  addEventListener('sync', (event) => {
    const sync = event as SyncEvent;
    if (sync.tag === tag) sync.waitUntil(sendAll(outbox));
  });
};

/**
 * On a page: asks the browser to wake the service worker whenever a report was put in or could not be sent.
 *
 * @param registration the site's service worker; by default the one that controls this page, if there is one.
 * @example
 * askForBackground(outbox, await navigator.serviceWorker.ready);
 */
export const askForBackground = (outbox: Outbox, registration?: ServiceWorkerRegistration): void => {
  const ask = async (): Promise<void> => {
    const found = registration ?? (await globalThis.navigator?.serviceWorker?.getRegistration());
    const { sync } = (found ?? {}) as { sync?: SyncManager };
    await sync?.register(tag);
  };
  // Where it is not allowed, the outbox sends by itself all the same.
  for (const type of ['queued', 'postponed'] as const) outbox.on(type, () => void ask().catch(() => {}));
};
