import type { ReactiveController } from 'lit';
import { LaporUploadProgressEvent } from '../events/upload-progress-event.ts';
import { takeFiles } from '../report/take-files.ts';
import type { FileSentences } from '../sentences/file-sentences.ts';
import type { LaterSentences } from '../sentences/later-sentences.ts';
import type { FormHost } from './form-host.ts';
import type { SiteSettings } from './site-settings.ts';
import type { UploadLink } from './upload-link.ts';

/** A file that goes with the report, and how far it is. */
export interface ChosenFile {
  readonly file: File;
  readonly removed: AbortController;
  /** Bytes that the gateway has. */
  sent: number;
  /** Its upload, once the gateway has all of it. */
  id?: string;
  /** True after an attempt in vain: it is tried again when the device is online, or sent with the report. */
  waits?: boolean;
}

/** What of the files is at the gateway when the report is handed to the outbox. */
export interface BegunUploads {
  readonly files: readonly File[];
  readonly uploads: readonly (string | undefined)[];
  readonly unfinished: Readonly<Record<string, string>>;
}

/** What a client says of a file that it does not take. */
interface Refusal {
  readonly status?: number;
  readonly problem?: { readonly detail?: string };
}

/**
 * The files that go with the report: made smaller, and uploaded one after the other while somebody still writes. What is not
 * there when the report is sent is the outbox's affair.
 */
export class ChosenFiles implements ReactiveController {
  readonly #host: FormHost;
  readonly #say: LaterSentences;
  readonly #words: FileSentences;
  readonly #settings: SiteSettings;
  readonly #link: UploadLink;
  readonly #memory = new Map<string, string>();
  #taking: Promise<void> = Promise.resolve();
  #preparing: string | undefined;
  #isUploading = false;
  /** True while the outbox has them: two must not upload the same. */
  #isHandedOver = false;
  list: readonly ChosenFile[] = [];
  /** What is wrong with files that were not taken. */
  fault: string | undefined;

  constructor(host: FormHost, say: LaterSentences, words: FileSentences, settings: SiteSettings, link: UploadLink) {
    this.#host = host;
    this.#say = say;
    this.#words = words;
    this.#settings = settings;
    this.#link = link;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.#handleOnline);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#handleOnline);
  }

  readonly #handleOnline = (): void => {
    for (const one of this.list) one.waits = false;
    void this.#uploadAll();
  };

  /** How it stands with all of them, in words. */
  get told(): string {
    if (this.#preparing !== undefined) return this.#say.way.preparing({ name: this.#preparing });
    const done = this.list.filter(({ id }) => id !== undefined).length;
    const total = this.list.length;
    if (done === total) return total > 0 ? this.#words.uploaded : '';
    return this.list.some(({ waits }) => waits) ? this.#words.waiting : this.#words.uploading({ done, total });
  }

  progressLabel(name: string): string {
    return this.#words.progressOf({ name });
  }

  /** Takes files one choice after the other. Never rejects. */
  take(chosen: readonly File[]): Promise<void> {
    this.#preparing = chosen[0]?.name;
    this.#host.requestUpdate();
    return (this.#taking = this.#taking.then(() => this.#take(chosen)));
  }

  async #take(chosen: readonly File[]): Promise<void> {
    const { limits } = this.#settings.site;
    const before = this.list.map(({ file }) => file);
    const say = { ...this.#say.attachments, ...this.#words };
    const { files, refused } = await takeFiles(chosen, before, limits.attachments, say);
    const added = files.slice(before.length).map((file) => ({ file, removed: new AbortController(), sent: 0 }));
    this.list = [...this.list, ...added];
    this.fault = refused.join(' ') || undefined;
    this.#preparing = undefined;
    this.#isHandedOver = false;
    const control = this.#control();
    // The list below holds them now: what stands in the control itself would be sent twice in the eyes of people.
    if (control) control.value = '';
    this.#handleOnline();
    this.#host.requestUpdate();
  }

  remove(index: number): void {
    const gone = this.list[index];
    this.#drop(gone);
    this.fault = undefined;
    this.#host.requestUpdate();
    this.#control()?.focus();
  }

  /** Ends what is on its way, and tells the outbox where it goes on. */
  handOver(): BegunUploads {
    this.#isHandedOver = true;
    for (const one of this.list) if (one.id === undefined) this.#stop(one);
    return {
      files: this.list.map(({ file }) => file),
      uploads: this.list.map(({ id }) => id),
      unfinished: Object.fromEntries(this.#memory),
    };
  }

  clear(): void {
    this.list = [];
    this.#isHandedOver = false;
    this.fault = undefined;
    this.#memory.clear();
  }

  #stop(one: ChosenFile): void {
    one.waits = true;
    one.removed.abort();
    // The next attempt has an end of its own.
    Object.assign(one, { removed: new AbortController() });
  }

  #drop(gone: ChosenFile | undefined): void {
    if (!gone) return;
    this.list = this.list.filter((one) => one !== gone);
    this.#stop(gone);
    // What cannot be taken back now, the gateway forgets by itself.
    if (gone.id !== undefined) this.#link.drop(gone.id).catch(() => {});
  }

  /** One after the other: on a weak network the first is there first. */
  async #uploadAll(): Promise<void> {
    if (this.#isUploading || this.#isHandedOver) return;
    this.#isUploading = true;
    const next = (): ChosenFile | undefined => this.list.find(({ id, waits }) => id === undefined && !waits);
    for (let one = next(); one; one = next()) await this.#upload(one);
    this.#isUploading = false;
  }

  async #upload(one: ChosenFile): Promise<void> {
    const { file, removed } = one;
    const memory = {
      getItem: (name: string) => this.#memory.get(name) ?? null,
      setItem: (name: string, value: string) => void this.#memory.set(name, value),
      removeItem: (name: string) => void this.#memory.delete(name),
    };
    const onProgress = ({ sent }: { sent: number }): void => this.#tell(one, sent);
    try {
      one.id = (await this.#link.upload(file, { memory, onProgress, signal: removed.signal })).id;
      this.#tell(one, file.size);
    } catch (error) {
      one.waits = true;
      if (removed.signal.aborted) return;
      const { status = 0, problem } = (error ?? {}) as Refusal;
      if ([413, 415, 422].includes(status)) {
        this.#drop(one);
        this.fault = problem?.detail ?? this.#say.attachments.unreadable({ name: file.name });
      }
      this.#host.requestUpdate();
    }
  }

  #tell(one: ChosenFile, sent: number): void {
    one.sent = sent;
    const sum = (of: (file: ChosenFile) => number): number => this.list.reduce((all, file) => all + of(file), 0);
    const count = this.list.length;
    const facts = { sent: sum((file) => file.sent), total: sum(({ file }) => file.size), count };
    this.#host.dispatchEvent(new LaporUploadProgressEvent(facts));
    this.#host.requestUpdate();
  }

  #control(): HTMLInputElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLInputElement>('#attachments');
  }
}
