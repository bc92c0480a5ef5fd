import type { LaporForm } from './lapor-form.ts';
import { LaporHideEvent } from '../events/hide-event.ts';
import { LaporShowEvent } from '../events/show-event.ts';
import type { FormLanguage } from '../sentences/first-sentences.ts';
import { dialogSentences } from '../sentences/dialog-sentences.ts';
import { dialogStyles } from '../styles/dialog-styles.ts';
import { takeLooks } from '../controllers/take-looks.ts';
import { holdPage } from '../controllers/held-page.ts';
import { OwnHistoryEntry } from '../controllers/own-history-entry.ts';

/** The button as its dialog sees it. */
export interface Launcher extends HTMLElement {
  /** What is pressed. */
  readonly opener: HTMLElement | null;
  readonly language: FormLanguage;
}

/** What the button says of the form, handed on to it. */
const handedOn = ['gateway', 'site-key', 'lang', 'sentences', 'theme', 'draft', 'steps'] as const;

/** Handed out, so that a page can style them as those of a form that stands in it. */
const parts =
  'form,heading,step,progress,summary,field,label,hint,error,control,files,actions,button,button-primary,receipt,queued';

const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
};

/**
 * The form of one button in a native dialog. It lies at the end of the page and not in the button: menus that close on a
 * press, and forms of the page, do not matter to it.
 */
export class FormDialog {
  readonly #button: Launcher;
  readonly #root = element('div', { class: 'lapor-dialog' });
  readonly #title = element('p', { id: 'title', tabindex: '-1', autofocus: '' });
  readonly #body = element('div', { class: 'body', part: 'dialog-body' });
  readonly #close = element('button', { type: 'button', part: 'close' });
  readonly #dialog: HTMLDialogElement;
  readonly #entry = new OwnHistoryEntry();
  /** Lets go of the page behind it; there from opening until everything has been put back after closing. */
  #letGo: (() => void) | undefined;
  #isToBeRemoved = false;
  form: LaporForm | undefined;

  constructor(button: Launcher) {
    this.#button = button;
    const head = element('div', { class: 'head', part: 'dialog-head' }, this.#title, this.#close);
    this.#dialog = element('dialog', { 'aria-labelledby': 'title', part: 'dialog' }, head, this.#body);
    this.#close.addEventListener('click', () => this.close());
    this.#dialog.addEventListener('close', () => this.#putBack());
    const shadow = this.#root.attachShadow({ mode: 'open' });
    shadow.append(this.#dialog);
    if ('replaceSync' in CSSStyleSheet.prototype) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(dialogStyles);
      shadow.adoptedStyleSheets = [sheet];
    } else shadow.append(element('style', {}, dialogStyles));
  }

  /** Opens it, with what was typed before. */
  show(): void {
    if (this.#dialog.open) return;
    this.#putBack();
    this.#isToBeRemoved = false;
    const { language, opener } = this.#button;
    this.#root.lang = language;
    this.#title.textContent = opener?.textContent?.trim() || opener?.getAttribute('aria-label') || '';
    takeLooks(this.#root, this.#button);
    this.form ??= this.#newForm(language);
    this.#sayClose(this.form);
    const container = this.#button.getAttribute('container');
    const parent = (container && document.querySelector(container)) || document.body;
    if (this.#root.parentNode !== parent) parent.append(this.#root);
    this.#dialog.showModal();
    this.#letGo = holdPage();
    if (this.#button.getAttribute('history') !== 'off') this.#entry.begin(() => this.close());
    this.#button.dispatchEvent(new LaporShowEvent());
  }

  /** Closes it. Everything typed stays. */
  close(): void {
    this.#dialog.close();
  }

  /** The button is gone: whoever is writing finishes first. */
  removeWhenClosed(): void {
    this.#isToBeRemoved = true;
    if (!this.#dialog.open) this.#root.remove();
  }

  /** In the words of the form, which may have to learn them first. */
  #sayClose(form: LaporForm): void {
    this.#close.textContent = form.reword('dialog', dialogSentences[this.#button.language]).close;
  }

  #newForm(lang: FormLanguage): LaporForm {
    const form = element('lapor-form', { lang, exportparts: parts });
    for (const name of handedOn) {
      const value = this.#button.getAttribute(name);
      if (value !== null) form.setAttribute(name, value);
    }
    form.addEventListener('lapor-ready', () => this.#sayClose(form));
    this.#body.append(form);
    return form;
  }

  /**
   * Puts everything back after closing, once. The browser tells of that some time later: somebody quick has opened it again by
   * then, and what is open now is left alone.
   */
  #putBack(): void {
    if (this.#dialog.open || this.#letGo === undefined) return;
    this.#letGo();
    this.#letGo = undefined;
    this.#entry.end();
    // The browser gives the focus back where it was; some have not given it to a link that was pressed.
    this.#button.opener?.focus({ preventScroll: true });
    // Its report has arrived, and the receipt was seen: the next opening begins a new one.
    if (this.form?.step === 'receipt') {
      this.form.remove();
      this.form = undefined;
    }
    if (this.#isToBeRemoved && !this.#button.isConnected) this.#root.remove();
    this.#button.dispatchEvent(new LaporHideEvent());
  }
}
