import type { FormHost } from '../controllers/form-host.ts';
import type { Link, SiteSettings } from '../controllers/site-settings.ts';
import type { LaterSentences } from '../sentences/later-sentences.ts';
import type { AdviceBesideDraft } from './advice-beside-draft.ts';

/** What advice is asked to. */
type Draft = Parameters<AdviceBesideDraft['ask']>[0];

/** How long somebody has to pause before advice is asked for, in milliseconds. */
const pause = 800;

/** Asks for advice while somebody writes, where the site offers it. What shows it is loaded with the first pause. */
export class AdviceWhileWriting {
  readonly #host: FormHost;
  readonly #say: LaterSentences;
  readonly #settings: SiteSettings;
  readonly #draftOf: (link: Link) => Draft;
  #loading: Promise<AdviceBesideDraft> | undefined;
  #advice: AdviceBesideDraft | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(host: FormHost, say: LaterSentences, settings: SiteSettings, draftOf: (link: Link) => Draft) {
    this.#host = host;
    this.#say = say;
    this.#settings = settings;
    this.#draftOf = draftOf;
  }

  /** Somebody writes: what comes next begins the pause anew. */
  askAfterPause(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.ask(), pause);
  }

  /** Help that nothing waits for: where it does not come, nobody is told. */
  async ask(): Promise<void> {
    try {
      const link = await this.#settings.loadLink();
      await this.#settings.ask();
      if (!this.#settings.site.features.suggestions) return;
      this.#loading ??= Promise.all([link.advising(), import('./advice-beside-draft.ts')]).then(
        ([advising, { createAdviceBesideDraft }]) =>
          createAdviceBesideDraft(this.#host, this.#say, advising, () => this.askAfterPause()),
      );
      this.#advice = await this.#loading;
      await this.#advice.ask(this.#draftOf(link));
    } catch {
      this.#loading = undefined;
    }
  }

  /** The name of an institution that was proposed. */
  nameOf(id: string | undefined): string | undefined {
    return this.#advice?.nameOf(id);
  }

  clear(): void {
    this.#advice?.clear();
  }
}
