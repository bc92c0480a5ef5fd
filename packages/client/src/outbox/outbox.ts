import type { Receipt } from '@lapor/schemas';
import { createIdempotencyKey } from '../http/create-idempotency-key.ts';
import { deliverItem, type ItemContent, openJson, UnreadableError } from './deliver-item.ts';
import { judgeFailure } from './judge-failure.ts';
import { OutboxError } from './outbox-error.ts';
import { OutboxEvent, type OutboxEventType } from './outbox-event.ts';
import type { OutboxClient, OutboxItem, OutboxReport } from './outbox-item.ts';
import { openOutboxStorage, type OutboxStorage, type StoredItem } from './outbox-storage.ts';
import { seal } from './seal.ts';

/** What an outbox is made with. */
export interface OutboxOptions {
  /** Sends: `createClient({ gateway, siteKey })`, or something like it. */
  readonly client: OutboxClient;
  /** The gateway's address. Reports to different gateways never lie together. */
  readonly gateway: string;
  /** The site's publishable key. Reports of different sites never lie together. */
  readonly siteKey: string;
  /**
   * Milliseconds after which a report that cannot be sent is taken from the device. It is tried for one more day after
   * that, so that a clock that was set wrong, or a long absence, loses nothing.
   *
   * @default 7 days
   */
  readonly expireAfter?: number;
  /** Milliseconds before the second attempt; they double with each. @default 5000 */
  readonly firstDelay?: number;
  /** Longest wait between two attempts, in milliseconds. @default 30 minutes */
  readonly longestDelay?: number;
  /** @default Date.now */
  readonly now?: () => number;
}

const day = 86_400_000;

/** What holds where an option says nothing else. */
export const defaultOutboxOptions = /* @__PURE__ */ Object.freeze({
  expireAfter: 7 * day,
  firstDelay: 5_000,
  longestDelay: 1_800_000,
  now: () => Date.now(),
});

/** What is told to other pages of the same site. */
interface Notice {
  readonly type: OutboxEventType;
  readonly id: string;
  readonly code?: string;
}

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

const publicItem = ({ id, state, addedAt, attempts, code }: StoredItem): OutboxItem => ({
  id,
  state,
  addedAt,
  attempts,
  ...(code !== undefined && { code }),
});

/**
 * Finished reports that wait on the device, encrypted, until the gateway has them: exactly once, with their files.
 *
 * It sends when it is started, when the device comes online, when the page is shown again, and on the next visit; in one
 * tab at a time. Nothing it does in the background rejects: it tells by events.
 *
 * @example
 * const outbox = new Outbox({ client, gateway, siteKey });
 * outbox.on('delivered', async ({ id, receipt }) => show(receipt ?? (await outbox.receipt(id))));
 * outbox.start();
 * const { id } = await outbox.add({ report, files: [...input.files] });
 */
export class Outbox extends EventTarget {
  readonly #options: Required<OutboxOptions>;
  readonly #name: string;
  readonly #stopped = new AbortController();
  #opening: Promise<OutboxStorage> | undefined;
  #channel: BroadcastChannel | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;
  /** Asked while it was sending: to look again, and whether at everything. */
  #askedAgain: { now: boolean } | undefined;
  #isStarted = false;

  constructor(options: OutboxOptions) {
    super();
    this.#options = { ...defaultOutboxOptions, ...options };
    this.#name = `lapor-outbox ${options.gateway.replace(/\/+$/, '')} ${options.siteKey}`;
  }

  /**
   * Keeps a report, and sends it as soon as that can be done. When the promise is there, it is on the device.
   *
   * @throws OutboxError `unavailable` or `full`: then nothing was kept.
   */
  async add({ report, files = [], uploads = [], unfinished = {} }: OutboxReport): Promise<OutboxItem> {
    const storage = await this.#storage();
    const id = createIdempotencyKey();
    const described = files.map((file) => {
      const { name } = file as Partial<File>;
      return { ...(name !== undefined && { name }), type: file.type };
    });
    const item: StoredItem = {
      id,
      state: 'waiting',
      addedAt: this.#options.now(),
      attempts: 0,
      idempotencyKey: id,
      content: await seal(storage.key, id, encode({ report, files: described } satisfies ItemContent)),
      files: await Promise.all(
        files.map(async (file, index) => seal(storage.key, `${id} ${index}`, await file.arrayBuffer())),
      ),
      uploads: files.map((_, index) => uploads[index] ?? null),
      unfinished,
      nextAt: 0,
    };
    await storage.put(item);
    this.#tell('queued', id);
    if (this.#isStarted) void this.flush();
    return publicItem(item);
  }

  /** What is in the outbox, the oldest first. @throws OutboxError `unavailable`. */
  async list(): Promise<OutboxItem[]> {
    const items = await (await this.#storage()).all();
    return items.map(publicItem).sort((one, other) => one.addedAt - other.addedAt);
  }

  /** The receipt of a delivered report, until it is removed. @throws OutboxError `unknown` when it is not delivered. */
  async receipt(id: string): Promise<Receipt> {
    const storage = await this.#storage();
    const receipt = (await storage.get(id))?.receipt;
    if (receipt === undefined) throw new OutboxError('unknown');
    return openJson<Receipt>(storage, `${id} receipt`, receipt);
  }

  /** The report itself, to be mended and put in again: after `refused`, say. @throws OutboxError `unknown`. */
  async report(id: string): Promise<OutboxReport['report']> {
    const storage = await this.#storage();
    const item = await storage.get(id);
    if (item === undefined || item.state === 'delivered') throw new OutboxError('unknown');
    return (await openJson<ItemContent>(storage, id, item.content)).report;
  }

  /** Takes a report from the device. One that is on its way may still arrive. */
  async remove(id: string): Promise<void> {
    await (await this.#storage()).delete(id);
  }

  /** Has a refused or waiting report tried at once. @throws OutboxError `unknown`. */
  async retry(id: string): Promise<void> {
    const storage = await this.#storage();
    const item = await storage.change(id, ({ code: _, ...current }) =>
      current.state === 'delivered' ? undefined : { ...current, state: 'waiting', nextAt: 0 },
    );
    if (item === undefined) throw new OutboxError('unknown');
    await this.flush();
  }

  /**
   * Hears of what happens, on this page and on others of the same site.
   *
   * @returns a function that ends it.
   */
  on(type: OutboxEventType, listener: (event: OutboxEvent) => void): () => void {
    this.#listen();
    const heard = (event: Event): void => listener(event as OutboxEvent);
    this.addEventListener(type, heard);
    return () => this.removeEventListener(type, heard);
  }

  /** Begins to send by itself. */
  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    const { signal } = this.#stopped;
    globalThis.addEventListener?.('online', () => void this.flush({ now: true }), { signal });
    globalThis.document?.addEventListener(
      'visibilitychange',
      () => document.visibilityState === 'visible' && void this.flush(),
      { signal },
    );
    void this.flush({ now: true });
  }

  /** Ends what it does by itself. What is kept stays, for the next visit. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#stopped.abort();
    this.#channel?.close();
  }

  /**
   * Sends what is due, one report after the other, and resolves when that was tried. Never rejects.
   *
   * @param options `now`: also what would wait for its next attempt.
   */
  async flush({ now = false }: { now?: boolean } = {}): Promise<void> {
    if (this.#stopped.signal.aborted) return;
    if (this.#sending !== undefined) {
      this.#askedAgain = { now: now || this.#askedAgain?.now === true };
      return this.#sending;
    }
    this.#sending = this.#flushAlone(now);
    try {
      await this.#sending;
    } finally {
      this.#sending = undefined;
    }
    const again = this.#askedAgain;
    this.#askedAgain = undefined;
    if (again !== undefined) await this.flush(again);
  }

  /** In one tab at a time, where the browser has locks. Where not, two tabs may send the same, which the gateway takes once. */
  async #flushAlone(now: boolean): Promise<void> {
    const { signal } = this.#stopped;
    try {
      const storage = await this.#storage();
      const send = () => this.#sendDue(storage, now);
      const { locks } = globalThis.navigator ?? {};
      await (locks === undefined ? send() : locks.request(this.#name, { signal }, send));
    } catch {
      // Stopped, or storage went away: whoever asks for something is told so.
    }
  }

  async #sendDue(storage: OutboxStorage, now: boolean): Promise<void> {
    const items = await storage.all();
    for (const { id } of items.sort((one, other) => one.addedAt - other.addedAt)) {
      if (this.#stopped.signal.aborted) return;
      // Another tab may have sent it meanwhile.
      const item = await storage.get(id);
      if (item?.state === 'waiting' && (now || this.#isDue(item))) await this.#send(storage, item);
    }
    this.#sleep(await storage.all());
  }

  /** A wait that is longer than any wait can be comes from a clock that was set back. */
  #isDue({ nextAt }: StoredItem): boolean {
    const left = nextAt - this.#options.now();
    return left <= 0 || left > 2 * this.#options.longestDelay;
  }

  async #send(storage: OutboxStorage, item: StoredItem): Promise<void> {
    const { client, now } = this.#options;
    const { signal } = this.#stopped;
    try {
      const receipt = await deliverItem(storage, client, item, signal);
      const sealed = await seal(storage.key, `${item.id} receipt`, encode(receipt));
      await storage.change(item.id, (current) => ({
        ...current,
        state: 'delivered',
        attempts: item.attempts + 1,
        receipt: sealed,
        // The report has no business on the device any more.
        content: { iv: new Uint8Array(), data: new ArrayBuffer() },
        files: [],
      }));
      this.#tell('delivered', item.id, { receipt });
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof UnreadableError) return this.#set(storage, item, { state: 'unreadable' }, 'unreadable');
      const verdict = judgeFailure(error);
      const { code } = verdict;
      const attempts = item.attempts + 1;
      if (verdict.kind === 'refuse') return this.#set(storage, item, { state: 'refused', code, attempts }, 'refused');
      if (this.#isOver(item)) {
        await storage.delete(item.id);
        return this.#tell('expired', item.id);
      }
      const nextAt = Math.max(now() + this.#delay(attempts), verdict.retryAt ?? 0);
      const overdueSince = item.overdueSince ?? (now() - item.addedAt > this.#options.expireAfter ? now() : undefined);
      const waiting = { attempts, nextAt, ...(overdueSince !== undefined && { overdueSince }) };
      await this.#set(storage, item, waiting, 'postponed', code);
    }
  }

  /** Doubles with each attempt, and spreads, so that those who failed together do not come back together. */
  #delay(attempts: number): number {
    const { firstDelay, longestDelay } = this.#options;
    return Math.min(longestDelay, firstDelay * 2 ** Math.min(attempts - 1, 20)) * (0.5 + Math.random() / 2);
  }

  #isOver({ overdueSince }: StoredItem): boolean {
    return overdueSince !== undefined && this.#options.now() - overdueSince > day;
  }

  async #set(
    storage: OutboxStorage,
    { id }: StoredItem,
    change: Partial<StoredItem>,
    type: OutboxEventType,
    code = change.code,
  ): Promise<void> {
    await storage.change(id, (current) => ({ ...current, ...change }));
    this.#tell(type, id, code === undefined ? {} : { code });
  }

  /** Until the next attempt is due. */
  #sleep(items: readonly StoredItem[]): void {
    clearTimeout(this.#timer);
    const next = items.filter(({ state }) => state === 'waiting').map(({ nextAt }) => nextAt);
    if (!this.#isStarted || next.length === 0) return;
    const wait = Math.min(this.#options.longestDelay, Math.max(100, Math.min(...next) - this.#options.now()));
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  #storage(): Promise<OutboxStorage> {
    this.#opening ??= openOutboxStorage(this.#name);
    // What is away now may be there later: a private window's storage, a disk that was full.
    this.#opening.catch(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  #tell(type: OutboxEventType, id: string, { code, receipt }: { code?: string; receipt?: Receipt } = {}): void {
    this.#listen()?.postMessage({ type, id, ...(code !== undefined && { code }) } satisfies Notice);
    this.dispatchEvent(
      new OutboxEvent(type, id, { ...(code !== undefined && { code }), ...(receipt !== undefined && { receipt }) }),
    );
  }

  /** The way to other pages of this site, where the browser has one. */
  #listen(): BroadcastChannel | undefined {
    if (typeof BroadcastChannel === 'undefined' || this.#stopped.signal.aborted) return undefined;
    if (this.#channel === undefined) {
      this.#channel = new BroadcastChannel(this.#name);
      this.#channel.addEventListener('message', ({ data }: MessageEvent<Notice>) =>
        this.dispatchEvent(new OutboxEvent(data.type, data.id, data)),
      );
    }
    return this.#channel;
  }
}
