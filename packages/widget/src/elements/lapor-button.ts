import type { FormDialog } from './form-dialog.ts';
import type { FormLanguage } from '../sentences/first-sentences.ts';
import type { LaporForm } from './lapor-form.ts';

/** Milliseconds that a press waits for the form before it becomes an ordinary link. */
const patience = 10_000;

/** The form's own file, which pages with a form have anyway. */
const loadForm = () => import('./lapor-form.ts').then(({ LaporForm: form }) => form.define());

/** What says that somebody is about to press. */
const intents = ['pointerenter', 'touchstart', 'focusin'] as const;

const label = { id: 'Lapor', en: 'Report' } as const;

/**
 * Opens the complaint form in a dialog. What stands in it is a link to the gateway's own form: it works before the script is
 * there and without it, with Ctrl and with the middle button, and when the form cannot be loaded.
 *
 * ```html
 * <lapor-button gateway="https://lapor.sumbarprov.example" site-key="pk_demo_sumbar">
 *   <a href="https://lapor.sumbarprov.example/forms/pk_demo_sumbar">Lapor</a>
 * </lapor-button>
 * ```
 *
 * @summary A link that opens the form in a dialog.
 * @slot - The link. An empty element makes one.
 * @fires lapor-show - The dialog is open.
 * @fires lapor-hide - The dialog is closed.
 */
export class LaporButton extends HTMLElement {
  #loading: Promise<FormDialog> | undefined;
  #dialog: FormDialog | undefined;

  /** Registers the element, once. Under another name where a page needs that. */
  static define(tag = 'lapor-button', registry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, this);
  }

  constructor() {
    super();
    this.addEventListener('click', (event) => this.#handleClick(event));
    this.addEventListener('keydown', (event) => {
      if (event.key !== ' ' || this.opener?.localName !== 'a') return;
      event.preventDefault();
      this.opener.click();
    });
    for (const intent of intents)
      this.addEventListener(intent, () => void this.#load().catch(() => {}), { passive: true });
  }

  /** What is pressed: the link, or a button that the page has put in its place. */
  get opener(): HTMLElement | null {
    return this.querySelector('a,button');
  }

  /** @internal */
  get language(): FormLanguage {
    return this.closest<HTMLElement>('[lang]')?.lang.startsWith('en') ? 'en' : 'id';
  }

  /** The form in the dialog, from the first opening on. */
  get form(): LaporForm | undefined {
    return this.#dialog?.form;
  }

  /** @internal */
  connectedCallback(): void {
    const prepare = (): void => this.#prepare();
    // Until then the parser may not have come to what stands in it.
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', prepare, { once: true });
    else prepare();
  }

  /** @internal */
  disconnectedCallback(): void {
    // Whoever moves it takes it out and puts it in again.
    queueMicrotask(() => this.isConnected || this.#dialog?.removeWhenClosed());
  }

  /**
   * Opens the form. Loads it where that has not been done.
   *
   * @throws when a part of it cannot be loaded.
   */
  async show(): Promise<void> {
    (await this.#load()).show();
  }

  /** Closes the dialog. Everything typed stays. */
  close(): void {
    this.#dialog?.close();
  }

  #prepare(): void {
    const opener = this.opener ?? this.#newLink();
    opener.setAttribute('aria-haspopup', 'dialog');
    opener.setAttribute('role', 'button');
  }

  #newLink(): HTMLElement {
    const link = document.createElement('a');
    link.textContent = label[this.language];
    link.href = this.#address;
    this.append(link);
    return link;
  }

  get #address(): string {
    return `${this.getAttribute('gateway')}/forms/${this.getAttribute('site-key')}`;
  }

  #load(): Promise<FormDialog> {
    this.#loading ??= Promise.all([import('./form-dialog.ts'), loadForm()]).then(
      ([{ FormDialog }]) => (this.#dialog = new FormDialog(this)),
    );
    this.#loading.catch(() => (this.#loading = undefined));
    return this.#loading;
  }

  #handleClick(event: MouseEvent): void {
    const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented, target } = event;
    const opener = (target as Element).closest<HTMLAnchorElement>('a,button');
    if (!opener || button || ctrlKey || metaKey || shiftKey || altKey || defaultPrevented) return;
    event.preventDefault();
    opener.setAttribute('aria-busy', 'true');
    const follow = (): void => location.assign(opener.href || this.#address);
    const waiting = setTimeout(follow, patience);
    void this.show()
      .catch(follow)
      .finally(() => {
        clearTimeout(waiting);
        opener.removeAttribute('aria-busy');
      });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lapor-button': LaporButton;
  }
}
