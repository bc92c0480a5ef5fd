import { assert } from 'chai';
import { deleteDB, openDB } from 'idb';
import { createClient } from '../index.ts';
import type { Fault } from '../offline-gateway.test.support.ts';
import { isOutboxError, type Outbox } from './index.ts';
import { next, openSite } from './outbox-site.browser.test.support.ts';
import { pdfOf, sampleReport } from './samples.browser.test.support.ts';

type Site = Awaited<ReturnType<typeof openSite>>;
let site: Site;
const newSite = async (challenge = false) => {
  site = await openSite(challenge);
  return site;
};
afterEach(() => site.close());

/** Puts a report with two files in, starts, and gives what arrived when it says that it was delivered. */
/** Larger than what the client sends in one piece at first, so that there is a middle in which an upload can stop. */
const large = 1_200_000;

const deliver = async (outbox: Outbox) => {
  const delivered = next(outbox, 'delivered');
  await outbox.add({ report: sampleReport(), files: [pdfOf(large), pdfOf(500)] });
  outbox.start();
  const { id, receipt } = await delivered;
  return { id, receipt, reports: await site.reports() };
};

const rawItems = async (): Promise<Record<string, unknown>[]> => {
  const database = await openDB(`lapor-outbox ${site.gateway} ${site.siteKey}`);
  const items = await database.getAll('items');
  database.close();
  return items;
};

describe('the outbox', () => {
  it('delivers a report with its files, keeps the receipt, and forgets what was written', async () => {
    const outbox = (await newSite()).outbox();
    const { id, receipt, reports } = await deliver(outbox);
    assert.deepEqual(
      reports.map(({ title, attachments }) => [title, attachments]),
      [['Jembatan gantung putus', [large, 500]]],
    );
    assert.match(receipt?.trackingId ?? '', /^\d+$/);
    assert.deepEqual(await outbox.receipt(id), receipt);
    assert.deepEqual(
      (await outbox.list()).map(({ state }) => state),
      ['delivered'],
    );
    const [item] = await rawItems();
    const content = item?.['content'] as { data: ArrayBuffer } | undefined;
    assert.deepEqual([content?.data.byteLength, item?.['files']], [0, []]);
    await outbox.remove(id);
    assert.deepEqual(await outbox.list(), []);
  });

  it('takes over uploads that are there, and uploads anew what the gateway has forgotten', async () => {
    const outbox = (await newSite()).outbox();
    const { gateway, siteKey } = site;
    const { attachments } = createClient({ gateway, siteKey, retries: 0 });
    const { id } = await attachments.upload(pdfOf(700));
    const forgotten = await attachments.upload(pdfOf(800));
    await attachments.delete(forgotten.id);
    for (const uploads of [[id], [forgotten.id]]) {
      const delivered = next(outbox, 'delivered');
      outbox.start();
      await outbox.add({ report: sampleReport(), files: [pdfOf(uploads[0] === id ? 700 : 800)], uploads });
      await delivered;
    }
    assert.deepEqual(
      (await site.reports()).flatMap((report) => report.attachments).toSorted((one, other) => one - other),
      [700, 800],
    );
    assert.equal((await site.calls())['POST /v1/uploads'], 3);
  });

  it('goes on where an upload stopped that was begun before', async () => {
    const outbox = (await newSite()).outbox();
    const { gateway, siteKey } = site;
    const memory = new Map<string, string>();
    const { attachments } = createClient({ gateway, siteKey, retries: 0 });
    await site.fail({ on: 'PATCH /v1/uploads', kind: 'status' });
    const begun = attachments.upload(pdfOf(large), {
      memory: {
        getItem: (name) => memory.get(name) ?? null,
        setItem: (name, value) => void memory.set(name, value),
        removeItem: (name) => void memory.delete(name),
      },
    });
    await begun.catch(() => {});
    const delivered = next(outbox, 'delivered');
    outbox.start();
    await outbox.add({ report: sampleReport(), files: [pdfOf(large)], unfinished: Object.fromEntries(memory) });
    await delivered;
    assert.deepEqual(
      (await site.reports()).map((report) => report.attachments),
      [[large]],
    );
    assert.equal((await site.calls())['POST /v1/uploads'], 1);
  });

  it('keeps nothing readable on the device, and a key that cannot be taken out', async () => {
    const outbox = (await newSite()).outbox();
    await outbox.add({ report: sampleReport(), files: [pdfOf(500)] });
    const readable = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
      if (ArrayBuffer.isView(value)) return '';
      if (typeof value === 'object' && value !== null) return Object.values(value).map(readable).join(' ');
      return String(value);
    };
    assert.notMatch(readable(await rawItems()), /Jembatan|Jorong|complaint|bukti|%PDF/);
    const database = await openDB(`lapor-outbox ${site.gateway} ${site.siteKey}`);
    const key: CryptoKey = await database.get('keys', 'key');
    database.close();
    assert.isFalse(key.extractable);
  });

  const stages = ['POST /v1/uploads$', 'HEAD /v1/uploads', 'PATCH /v1/uploads', 'POST /v1/reports$'];
  const kinds: Fault['kind'][] = ['cutBefore', 'cutDuring', 'cutAfter', 'portal', 'status'];
  for (const on of stages) {
    it(`delivers exactly once when ${on} fails in every way`, async () => {
      const outbox = (await newSite()).outbox();
      // How far an upload is, is asked only after it has stopped.
      const stopped: Fault[] = on.startsWith('HEAD') ? [{ on: 'PATCH /v1/uploads', kind: 'status' }] : [];
      await site.fail(...stopped, ...kinds.map((kind) => ({ on, kind })));
      const codes: (string | undefined)[] = [];
      outbox.on('postponed', ({ code }) => codes.push(code));
      const { reports } = await deliver(outbox);
      assert.deepEqual(
        reports.map(({ attachments }) => attachments),
        [[large, 500]],
      );
      // A browser repeats by itself what broke on a connection that it had used before, so not every cut is seen.
      assert.isAtLeast(codes.length, 2);
    });
  }

  it('goes on with an upload where it stopped', async () => {
    const outbox = (await newSite()).outbox();
    await site.fail({ on: 'PATCH /v1/uploads', kind: 'cutBefore', skip: 1 });
    await deliver(outbox);
    assert.equal((await site.calls())['POST /v1/uploads'], 2);
  });

  it('sends once from two tabs, and tells both', async () => {
    await newSite();
    const [one, other] = [site.outbox(), site.outbox()];
    await one.add({ report: sampleReport(), files: [pdfOf(1000)] });
    const heard = Promise.all([next(one, 'delivered'), next(other, 'delivered')]);
    await Promise.all([one.flush(), other.flush(), one.flush({ now: true }), other.flush({ now: true })]);
    const [{ id }] = await heard;
    assert.lengthOf(await site.reports(), 1);
    assert.equal((await site.calls())['POST /v1/reports'], 1);
    assert.equal((await other.receipt(id)).trackingId, (await one.receipt(id)).trackingId);
  });

  it('sends once from two tabs of a browser without locks', async () => {
    await newSite();
    const [one, other] = [site.outbox(), site.outbox()];
    const { id } = await one.add({ report: sampleReport(), files: [pdfOf(1000)] });
    Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined });
    try {
      await Promise.all([one.flush({ now: true }), other.flush({ now: true })]);
      while ((await one.list())[0]?.state !== 'delivered') await one.flush({ now: true });
    } finally {
      Reflect.deleteProperty(navigator, 'locks');
    }
    assert.lengthOf(await site.reports(), 1);
    assert.match((await other.receipt(id)).trackingId, /^\d+$/);
  });

  it('delivers on the next visit what a closed tab had begun, once', async () => {
    await newSite();
    await site.fail({ on: 'POST /v1/reports$', kind: 'late', delay: 1500 });
    const tab = document.createElement('iframe');
    const data = JSON.stringify({ gateway: site.gateway, siteKey: site.siteKey });
    const script = new URL('closed-tab.browser.test.support.ts', import.meta.url).href;
    tab.srcdoc = `<!doctype html><html data-site='${data}'><script type="module" src="${script}"></script></html>`;
    document.body.append(tab);
    while ((await site.reports()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    tab.remove();
    const visit = site.outbox();
    const delivered = next(visit, 'delivered');
    visit.start();
    await delivered;
    assert.lengthOf(await site.reports(), 1);
  });

  it('comes back when the device is online again', async () => {
    await newSite();
    await site.fail({ on: 'POST /v1/reports$', kind: 'status', status: 503 });
    const outbox = site.outbox({ firstDelay: 3_600_000, longestDelay: 3_600_000 });
    const postponed = next(outbox, 'postponed');
    outbox.start();
    await outbox.add({ report: sampleReport() });
    await postponed;
    const delivered = next(outbox, 'delivered');
    dispatchEvent(new Event('online'));
    await delivered;
    assert.lengthOf(await site.reports(), 1);
  });

  it('solves the proof of work of a site that asks for it', async () => {
    const outbox = (await newSite(true)).outbox();
    await site.fail({ on: 'POST /v1/reports$', kind: 'cutAfter', skip: 1 });
    const { reports } = await deliver(outbox);
    assert.lengthOf(reports, 1);
  });

  it('tells what the gateway refuses, and keeps it to be mended', async () => {
    const outbox = (await newSite()).outbox();
    const { id } = await outbox.add({ report: { ...sampleReport(), title: '' } });
    const refused = next(outbox, 'refused');
    await outbox.flush();
    assert.equal((await refused).code, 'validationFailed');
    const [item] = await outbox.list();
    assert.deepEqual([item?.state, item?.code], ['refused', 'validationFailed']);
    assert.equal((await outbox.report(id)).title, '');
    await outbox.flush({ now: true });
    assert.equal((await site.calls())['POST /v1/reports'], 1);
    await outbox.retry(id);
    assert.equal((await site.calls())['POST /v1/reports'], 2);
  });

  it('keeps the reports of sites apart', async () => {
    const first = (await newSite()).outbox();
    await first.add({ report: sampleReport('Milik situs pertama') });
    const second = (await newSite()).outbox();
    assert.deepEqual(await second.list(), []);
    await second.flush();
    assert.deepEqual(await site.reports(), []);
  });

  it('is not led astray by a clock that is set back or forward', async () => {
    let now = Date.now();
    const outbox = (await newSite()).outbox({ now: () => now });
    await site.fail({ on: 'POST /v1/reports$', kind: 'cutBefore', times: 2 });
    await outbox.add({ report: sampleReport() });
    await outbox.flush();
    now -= 365 * 86_400_000;
    await outbox.flush();
    now += 3 * 365 * 86_400_000;
    await outbox.flush();
    assert.lengthOf(await site.reports(), 1);
  });

  it('gives up after its time and a day of trying, and then forgets everything', async () => {
    let now = Date.now();
    const outbox = (await newSite()).outbox({ now: () => now });
    await site.fail({ on: 'POST /v1/reports$', kind: 'cutBefore', times: 9 });
    await outbox.add({ report: sampleReport() });
    const expired = next(outbox, 'expired');
    for (const days of [8, 0.5, 0.6]) {
      now += days * 86_400_000;
      assert.lengthOf(await outbox.list(), 1);
      await outbox.flush({ now: true });
    }
    await expired;
    assert.deepEqual(await rawItems(), []);
  });

  it('says so when storage is blocked, missing or full, and nothing is kept', async () => {
    const faultOf = async (outbox: Outbox): Promise<string | undefined> => {
      const error: unknown = await outbox.add({ report: sampleReport() }).catch((reason: unknown) => reason);
      return isOutboxError(error) ? error.code : String(error);
    };
    const failing = async (owner: object, name: string, value: unknown) => {
      await newSite();
      const before = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
      Object.defineProperty(owner, name, { configurable: true, writable: true, value });
      try {
        const outbox = site.outbox();
        outbox.start();
        const code = await faultOf(outbox);
        await outbox.flush();
        return code;
      } finally {
        Object.defineProperty(owner, name, before);
      }
    };
    const refuse = (name: string) => () => {
      throw new DOMException('Jembatan', name);
    };
    assert.equal(await failing(IDBFactory.prototype, 'open', refuse('SecurityError')), 'unavailable');
    assert.equal(await failing(Crypto.prototype, 'subtle', undefined), 'unavailable');
    const put = IDBObjectStore.prototype.put;
    const full = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      return this.name === 'items' ? refuse('QuotaExceededError')() : put.call(this, value, key);
    };
    assert.equal(await failing(IDBObjectStore.prototype, 'put', full), 'full');
    const outbox = site.outbox();
    assert.deepEqual(await outbox.list(), []);
  });

  it('tells of a report that the browser has spoilt, and sends the others', async () => {
    const first = (await newSite()).outbox();
    const { id } = await first.add({ report: sampleReport() });
    await first.add({ report: sampleReport('Yang lain') });
    const database = await openDB(`lapor-outbox ${site.gateway} ${site.siteKey}`);
    const item = await database.get('items', id);
    await database.put('items', { ...item, content: { ...item.content, data: new ArrayBuffer(20) } });
    database.close();
    const unreadable = next(first, 'unreadable');
    await first.flush();
    assert.equal((await unreadable).id, id);
    assert.deepEqual(
      (await site.reports()).map(({ title }) => title),
      ['Yang lain'],
    );
    await first.remove(id);
  });

  it('tells of reports whose key the browser has lost', async () => {
    await newSite();
    const before = site.outbox();
    const { id } = await before.add({ report: sampleReport() });
    before.stop();
    const database = await openDB(`lapor-outbox ${site.gateway} ${site.siteKey}`);
    await database.clear('keys');
    database.close();
    const outbox = site.outbox();
    const unreadable = next(outbox, 'unreadable');
    await outbox.flush();
    assert.equal((await unreadable).id, id);
    assert.deepEqual(await site.reports(), []);
    await deleteDB(`lapor-outbox ${site.gateway} ${site.siteKey}`, { blocked: () => {} }).catch(() => {});
  });
});
