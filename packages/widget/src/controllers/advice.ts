import type { NewReportInput, Suggestions } from '@lapor/schemas';
import type { FormHost } from './form-host.ts';
import type { SiteSettings } from './site-settings.ts';

/** What the gateway says to the draft. All of it is help; the form works without. */
export class Advice {
  readonly #host: FormHost;
  readonly #settings: SiteSettings;
  /** Nothing while it has not answered. */
  said: Suggestions | undefined;

  constructor(host: FormHost, settings: SiteSettings) {
    this.#host = host;
    this.#settings = settings;
  }

  async ask({ classification, title, content, incident }: NewReportInput, attachmentCount: number): Promise<void> {
    this.said = undefined;
    const { link, site } = this.#settings;
    if (!link || !site.features.suggestions) return;
    const draft = { classification, title, content, ...(incident && { incident }), attachmentCount };
    this.said = await link.advice(draft).catch(() => undefined);
    this.#host.requestUpdate();
  }
}
