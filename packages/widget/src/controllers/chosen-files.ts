import type { FormHost } from './form-host.ts';
import type { LaterSentences } from '../sentences/later-sentences.ts';
import type { SiteSettings } from './site-settings.ts';

/** The files that go with the report. */
export class ChosenFiles {
  readonly #host: FormHost;
  readonly #say: LaterSentences['attachments'];
  readonly #settings: SiteSettings;
  files: readonly File[] = [];
  /** What is wrong with files that were not taken. */
  fault: string | undefined;

  constructor(host: FormHost, say: LaterSentences, settings: SiteSettings) {
    this.#host = host;
    this.#say = say.attachments;
    this.#settings = settings;
  }

  async take(chosen: readonly File[]): Promise<void> {
    const { takeFiles } = await import('../report/take-files.ts');
    const { files, refused } = await takeFiles(chosen, this.files, this.#settings.site.limits.attachments, this.#say);
    this.files = files;
    this.fault = refused.join(' ') || undefined;
    const control = this.#control();
    // The list below holds them now: what stands in the control itself would be sent twice in the eyes of people.
    if (control) control.value = '';
    this.#host.requestUpdate();
  }

  remove(index: number): void {
    this.files = this.files.filter((_, other) => other !== index);
    this.fault = undefined;
    this.#host.requestUpdate();
    this.#control()?.focus();
  }

  clear(): void {
    this.files = [];
    this.fault = undefined;
  }

  #control(): HTMLInputElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLInputElement>('#attachments');
  }
}
