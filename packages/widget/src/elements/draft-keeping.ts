import { nothing, type ReactiveController, render } from 'lit';
import { DraftStorage, type KeptDraft } from '../controllers/draft-storage.ts';
import type { FormHost } from '../controllers/form-host.ts';
import { type DraftMark, draftMark, markDraft } from '../controllers/draft-mark.ts';
import { LaporDraftRestoreEvent } from '../events/draft-restore-event.ts';
import type { FormValues } from '../report/form-values.ts';
import { type DraftSentences, loadDraftSentences } from '../sentences/draft-sentences.ts';
import { adoptStyles } from '../styles/adopt-styles.ts';
import { draftStyles } from '../styles/draft-styles.ts';
import { draftNotice, draftSwitch } from '../templates/draft-panel.ts';
import { countedSteps } from '../templates/form-frame.ts';

/** Milliseconds after the last key until it is kept. */
const pause = 800;

/** Milliseconds after which a draft is not given back any more. */
const expireAfter = 7 * 86_400_000;

/** What has to be agreed to anew each time is not kept. */
const keepable = ({ privacyNotice: _, ...values }: FormValues): FormValues => values;

/**
 * Keeps what is typed on this device, where somebody has allowed it. It draws above and below the form by itself: no field is
 * drawn anew for it.
 */
export class DraftKeeping implements ReactiveController {
  readonly #host: FormHost;
  readonly #say: DraftSentences;
  /** Empties the form. */
  readonly #clear: () => void;
  readonly #notice = document.createElement('div');
  readonly #switch = document.createElement('div');
  #mark: DraftMark | undefined;
  #storage: Promise<DraftStorage> | undefined;
  /** The writing of ours that lies there. */
  #version: string | undefined;
  #restored: KeptDraft | undefined;
  #told = '';
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** One after the other: a late writing must not bring back what was deleted. */
  #work: Promise<void> = Promise.resolve();

  constructor(host: FormHost, shadow: ShadowRoot, say: DraftSentences, mark: DraftMark | undefined, clear: () => void) {
    this.#host = host;
    this.#say = say;
    this.#mark = mark;
    this.#clear = clear;
    this.#notice.setAttribute('role', 'status');
    // As in the form: on whatever page.
    for (const part of [this.#notice, this.#switch]) Object.assign(part, { lang: host.language, dir: 'ltr' });
    adoptStyles(shadow, draftStyles);
    shadow.prepend(this.#notice);
    shadow.append(this.#switch);
    shadow.addEventListener('input', ({ target }) => this.#switch.contains(target as Node) || this.#saveSoon());
    shadow.addEventListener('click', ({ target }) => {
      // While the camera is open, the system may take the page away.
      if ((target as HTMLInputElement).type === 'file') this.#save();
    });
    document.addEventListener('visibilitychange', this.#handleHiding);
    for (const sent of ['lapor-submit-success', 'lapor-queued'] as const)
      host.addEventListener(sent, () => this.#forget(this.#version));
    host.addController(this);
    this.hostUpdated();
  }

  hostUpdated(): void {
    const isCounted = countedSteps.some((step) => step === this.#host.step);
    this.#switch.className = 'draft';
    this.#switch.hidden = !isCounted;
    render(
      draftSwitch(this.#say, this.#mark !== undefined, this.#told, (isOn) => this.#allow(isOn)),
      this.#switch,
    );
    const draft = this.#host.step === 'say' ? this.#restored : undefined;
    this.#notice.className = draft ? 'draft restored' : '';
    render(draft ? draftNotice(this.#say, this.#when(draft), () => this.#discard()) : nothing, this.#notice);
  }

  hostDisconnected(): void {
    this.#save();
    document.removeEventListener('visibilitychange', this.#handleHiding);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#handleHiding);
  }

  /** Gives back what an earlier visit has left, unless somebody has written something already. */
  async restore(): Promise<void> {
    if (this.#mark !== 'kept') return;
    const storage = await this.#open();
    const draft = await storage.read().catch(() => undefined);
    if (!draft || draft.savedAt < Date.now() - expireAfter) return this.#forget();
    const host = this.#host;
    if (host.step !== 'say' || Object.keys(host.values).length > 0) return;
    this.#version = draft.version;
    this.#restored = draft;
    host.values = draft.values;
    host.requestUpdate();
    await host.updateComplete;
    host.dispatchEvent(new LaporDraftRestoreEvent());
  }

  /** Begins to keep what is there, where that is allowed. */
  begin(): void {
    if (Object.keys(this.#host.values).length > 0 && !this.#restored) this.#saveSoon();
  }

  readonly #handleHiding = (): void => {
    if (document.visibilityState === 'hidden') this.#save();
  };

  #when({ savedAt }: KeptDraft): string {
    return new Intl.DateTimeFormat(this.#host.language, { dateStyle: 'long', timeStyle: 'short' }).format(savedAt);
  }

  #tell(told: string): void {
    this.#told = told;
    this.hostUpdated();
  }

  #open(): Promise<DraftStorage> {
    return (this.#storage ??= DraftStorage.open(this.#host));
  }

  #allow(isOn: boolean): void {
    this.#setMark(isOn ? 'allowed' : undefined);
    if (isOn) return this.#save();
    this.#restored = undefined;
    this.#forget();
    this.#tell(this.#say.deleted);
  }

  #setMark(mark: DraftMark | undefined): void {
    this.#mark = mark;
    markDraft(this.#host, mark);
  }

  #saveSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#save(), pause);
  }

  #save(): void {
    clearTimeout(this.#pause);
    if (this.#mark === undefined || !countedSteps.some((step) => step === this.#host.step)) return;
    const values = keepable(this.#host.values);
    if (Object.keys(values).length === 0) return this.#forget(this.#version);
    this.#do(async (storage) => {
      // It may have been withdrawn, or sent, meanwhile.
      if (this.#mark === undefined || Object.keys(this.#host.values).length === 0) return;
      const { version, hasReplaced } = await storage.write(values, this.#version);
      this.#version = version;
      this.#setMark('kept');
      if (hasReplaced) this.#tell(this.#say.replaced);
      else if (this.#told !== this.#say.replaced) this.#tell(this.#say.kept);
    });
  }

  /** Deletes what is kept; with a version only if nobody else has written since. */
  #forget(version?: string): void {
    clearTimeout(this.#pause);
    this.#version = undefined;
    this.#restored = undefined;
    if (this.#mark === undefined || this.#mark === 'kept')
      this.#do(async (storage) => {
        await storage.remove(version);
        if (this.#mark && !(await storage.read().catch(() => undefined))) this.#setMark('allowed');
      });
    this.#tell('');
  }

  #discard(): void {
    this.#forget();
    this.#clear();
  }

  #do(work: (storage: DraftStorage) => Promise<void>): void {
    this.#work = this.#work
      .then(async () => work(await this.#open()))
      .catch(() => {
        this.#setMark(undefined);
        this.#tell(this.#say.notKept);
      });
  }
}

/** What keeps the draft of this form. None where the page does not want it, or the browser keeps nothing. */
export const keepDraft = async (host: FormHost, clear: () => void): Promise<DraftKeeping | undefined> => {
  if (host.getAttribute('draft') === 'off' || !globalThis.crypto?.subtle || !globalThis.indexedDB) return undefined;
  const { shadowRoot } = host;
  const mark = draftMark(host);
  if (!shadowRoot || mark === 'blocked') return undefined;
  const say = host.reword('draft', await loadDraftSentences(host.language));
  const keeping = new DraftKeeping(host, shadowRoot, say, mark, clear);
  keeping.begin();
  return keeping;
};
