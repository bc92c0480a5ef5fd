import { solveChallenge } from '@lapor/client/challenge';
import {
  Outbox,
  type OutboxClient,
  type OutboxEvent,
  type OutboxEventType,
  type OutboxReport,
} from '@lapor/client/outbox';
import type { Receipt } from '@lapor/schemas';
import type { BegunUploads } from './chosen-files.ts';
import type { MarkedSite } from './left-on-device.ts';
import { markWaiting } from './waiting-mark.ts';

/** A report that was not taken, to be mended. Its files have to be chosen again. */
export interface KeptReport {
  readonly report: OutboxReport['report'];
  readonly taken: () => void;
}

/** What came of sending in the end. */
export type LastOutcome =
  /** The gateway has it. `shown` is to be called when somebody has seen the receipt: then the device forgets it. */
  | { readonly kind: 'delivered'; readonly receipt: Receipt; readonly shown: () => void }
  /** It was not taken. `kept` is there when it lies on this device as it was written, until `taken` is called. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly kept?: KeptReport };

/** What came of sending: that, or that the report waits on this device. */
export type Outcome = LastOutcome | { readonly kind: 'queued'; readonly last: Promise<LastOutcome> };

/** How long somebody waits, in milliseconds, before being told that the report lies on the device and goes by itself. */
const patience = 15_000;

const codeOf = (error: unknown): string | undefined => (error as { code?: string } | undefined)?.code;

/** Sends reports through the outbox of this device, and directly where the device may keep nothing. */
export class Dispatch {
  readonly #site: MarkedSite;
  readonly #client: OutboxClient;
  readonly #outbox: Outbox;
  #lastError: unknown;
  /** The name of an attempt that goes without the outbox: the same until it has arrived. */
  #directKey: string | undefined;

  readonly #newKey: () => string;

  constructor(client: OutboxClient, site: MarkedSite, newKey: () => string) {
    const remember = (error: unknown): never => {
      this.#lastError = error;
      throw error;
    };
    this.#client = {
      reports: { submit: (report, options) => client.reports.submit(report, options).catch(remember) },
      attachments: { upload: (file, options) => client.attachments.upload(file, options).catch(remember) },
      site: client.site,
    };
    this.#site = site;
    this.#newKey = newKey;
    this.#outbox = new Outbox({ client: this.#client, ...site });
  }

  /** Sends a report. Never rejects. */
  async send(report: OutboxReport['report'], begun: BegunUploads): Promise<Outcome> {
    let id: string;
    try {
      // On the device first: from here on no closed tab and no broken network can lose it.
      ({ id } = await this.#outbox.add({ report, ...begun }));
    } catch {
      return this.#sendDirectly(report, begun);
    }
    markWaiting(this.#site, true);
    const outcome = this.#outcomeOf(id);
    this.#outbox.start();
    return outcome;
  }

  /** What waits from an earlier visit is sent; gives the first receipt that nobody has seen yet. */
  async resume(): Promise<Outcome | undefined> {
    const items = await this.#outbox.list();
    markWaiting(this.#site, items.length > 0);
    const [first] = items;
    if (first === undefined) return undefined;
    if (first.state === 'delivered') return this.#delivered(first.id);
    if (first.state !== 'waiting') return this.#failed(first.id);
    const outcome = this.#outcomeOf(first.id);
    this.#outbox.start();
    return outcome;
  }

  /** The first that happens to a report: it arrives, it is refused, or it has to wait. Sending goes on meanwhile. */
  #outcomeOf(id: string): Promise<Outcome> {
    const last = this.#lastOutcomeOf(id);
    return new Promise((resolve) => {
      const wait = (): void => resolve({ kind: 'queued', last });
      const end = this.#outbox.on('postponed', (event) => void (event.id === id && wait()));
      // A gateway that hangs is tried for far longer than anybody looks on.
      const timer = setTimeout(wait, patience);
      const finish = (): void => {
        end();
        clearTimeout(timer);
        resolve(last);
      };
      last.then(finish, finish);
    });
  }

  #lastOutcomeOf(id: string): Promise<LastOutcome> {
    return new Promise((resolve) => {
      const ends: (() => void)[] = [];
      const on = (type: OutboxEventType, outcomeOf: (event: OutboxEvent) => Promise<LastOutcome>): void => {
        const end = this.#outbox.on(type, (event) => {
          if (event.id !== id) return;
          for (const each of ends) each();
          resolve(outcomeOf(event));
        });
        ends.push(end);
      };
      on('delivered', ({ receipt }) => this.#delivered(id, receipt));
      on('refused', () => this.#failed(id));
      on('expired', () => this.#failed(id));
      on('unreadable', () => this.#failed(id));
    });
  }

  async #failed(id: string): Promise<LastOutcome> {
    const error = this.#lastError;
    return this.#outbox.report(id).then(
      (report) => ({ kind: 'failed', error, kept: { report, taken: () => void this.#forget(id) } }),
      () => ({ kind: 'failed', error }),
    );
  }

  async #delivered(id: string, told?: Receipt): Promise<LastOutcome> {
    const receipt = told ?? (await this.#outbox.receipt(id));
    return { kind: 'delivered', receipt, shown: () => void this.#forget(id) };
  }

  async #forget(id: string): Promise<void> {
    await this.#outbox.remove(id);
    markWaiting(this.#site, (await this.#outbox.list()).length > 0);
  }

  async #sendDirectly(report: OutboxReport['report'], { files, uploads }: BegunUploads): Promise<Outcome> {
    const { signal } = new AbortController();
    const idempotencyKey = (this.#directKey ??= this.#newKey());
    // What is there stays there from one attempt to the next.
    let known = [...uploads];
    const submit = async (challenge?: string): Promise<Receipt> => {
      for (const [index, file] of files.entries()) {
        const memory = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
        known[index] ??= (await this.#client.attachments.upload(file, { name: file.name, memory, signal })).id;
      }
      const attachments = known.filter((id) => id !== undefined);
      const whole = { ...report, ...(attachments.length > 0 && { attachments }), ...(challenge && { challenge }) };
      return this.#client.reports.submit(whole, { idempotencyKey, signal });
    };
    try {
      const receipt = await submit().catch(async (error: unknown) => {
        if (codeOf(error) === 'challengeFailed')
          return submit(await solveChallenge(await this.#client.site.challenge({ signal }), { signal }));
        if (codeOf(error) !== 'attachmentRefused' || !uploads.some(Boolean)) throw error;
        // What was uploaded long ago has been forgotten there.
        known = [];
        return submit();
      });
      this.#directKey = undefined;
      return { kind: 'delivered', receipt, shown: () => {} };
    } catch (error) {
      if (codeOf(error) === 'idempotencyKeyReused') this.#directKey = undefined;
      return { kind: 'failed', error };
    }
  }
}
