import { html } from 'lit';
import { handOver, type Carried, type CarriedFocus } from '../controllers/hand-over.ts';
import { hasLeftSomething } from '../controllers/left-on-device.ts';
import { LaporErrorEvent } from '../events/error-event.ts';
import { LaporReadyEvent } from '../events/ready-event.ts';
import { type LaporStep, LaporStepChangeEvent } from '../events/step-change-event.ts';
import type { Fault, FormValues } from '../report/form-values.ts';
import { type FirstSentences, type FormLanguage, indonesian, loadEnglish } from '../sentences/first-sentences.ts';
import { asWeSayIt, type Reword } from '../sentences/reword.ts';
import { formStyles } from '../styles/form-styles.ts';
import { firstStep } from '../templates/first-step.ts';
import { DrawnElement } from './drawn-element.ts';
import type { LaterSteps } from './later-steps.ts';

/** Goes on in another task: a slow phone is to draw and to hear its user between two long pieces of work. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Words of a region's own, where the page names them. */
const loadReword = async (form: LaporForm): Promise<Reword> =>
  form.sentences ? (await import('../sentences/own-words.ts')).loadOwnWords(form) : asWeSayIt;

/** Loads what comes after the first step, with its sentences. */
const loadLaterSteps = async (language: FormLanguage) => {
  const loaded = await (language === 'en' ? import('./later-steps-en.ts') : import('./later-steps-id.ts'));
  await nextTask();
  return loaded;
};

/**
 * The complaint form. What stands in the page as its content works before the script is there, and without it; the element
 * takes over from it with everything that was typed. An empty element shows the same form.
 *
 * ```html
 * <lapor-form gateway="https://lapor.sumbarprov.example" site-key="pk_demo_sumbar">
 *   <form method="post" action="https://lapor.sumbarprov.example/forms/pk_demo_sumbar"> … </form>
 * </lapor-form>
 * ```
 *
 * @summary The form with which people report.
 * @slot - The form that works without script: what `lapor-gateway snippet` prints.
 * @fires lapor-ready - The form can be used.
 * @fires lapor-step-change - Another step is shown.
 * @fires lapor-before-submit - A report is about to be sent; can be cancelled.
 * @fires lapor-submit-success - The gateway has it.
 * @fires lapor-submit-error - It could not be sent and does not wait either.
 * @fires lapor-queued - It waits on this device.
 * @fires lapor-draft-restore - What was written on an earlier visit is there again.
 * @fires lapor-error - Something is wrong that whoever looks after the page may want to know.
 * @csspart form - The whole form.
 * @csspart heading, step, progress - What stands above the fields.
 * @csspart field, label, hint, error, control - A field and what belongs to it.
 * @csspart summary - What is wrong, with links to where.
 * @csspart actions, button, button-primary - The ways on and back.
 */
export class LaporForm extends DrawnElement {
  /** Registers the element, once. Under another name where a page needs that. */
  static define(tag = 'lapor-form', registry = customElements): void {
    const known = registry.get(tag);
    if (!known) registry.define(tag, this);
    else if (known !== this) console.warn(`<${tag}>: this page has two versions of it; the first one stays.`);
  }

  /** What is typed and chosen. @internal */
  values: FormValues = {};
  /** @internal */
  step: LaporStep = 'say';
  /** What has to be mended. @internal */
  faults: readonly Fault[] = [];
  /** Why it does not go on. @internal */
  notice: string | undefined;
  /** @internal */
  isBusy = false;
  /** @internal */
  say: FirstSentences = indonesian;
  /** @internal */
  reword: Reword = asWeSayIt;

  #endWaiting: (() => void) | undefined;
  #later: Promise<LaterSteps> | undefined;
  #steps: LaterSteps | undefined;

  constructor() {
    super();
    // What a framework has given as properties before the element was defined.
    for (const name of ['gateway', 'siteKey', 'theme', 'sentences'] as const) {
      if (!Object.keys(this).includes(name)) continue;
      const given = this[name];
      Reflect.deleteProperty(this, name);
      Object.assign(this, { [name]: given });
    }
  }

  /** Where the gateway is reached. */
  get gateway(): string {
    return this.getAttribute('gateway') ?? '';
  }
  set gateway(value: string) {
    this.setAttribute('gateway', value);
  }

  /** The site's publishable key `pk_…`. */
  get siteKey(): string {
    return this.getAttribute('site-key') ?? '';
  }
  set siteKey(value: string) {
    this.setAttribute('site-key', value);
  }

  /** `light` or `dark`; where it is not given, as the page is. */
  get theme(): 'auto' | 'light' | 'dark' {
    return (this.getAttribute('theme') as LaporForm['theme'] | null) ?? 'auto';
  }
  set theme(value: 'auto' | 'light' | 'dark') {
    this.setAttribute('theme', value);
  }

  /** Address of a module with words of the region's own, from the page; none where it is empty. */
  get sentences(): string {
    return this.getAttribute('sentences') ?? '';
  }
  set sentences(value: string) {
    this.setAttribute('sentences', value);
  }

  /** What the gateway is asked to speak. @internal */
  get language(): FormLanguage {
    return this.#lang.startsWith('en') ? 'en' : 'id';
  }

  get #lang(): string {
    return this.lang || this.closest('[lang]')?.getAttribute('lang') || '';
  }

  /**
   * No shadow root is attached while somebody is at the page's own form: it would rebuild the layout of what has the focus,
   * and a word in the making could be lost.
   *
   * @internal
   */
  connectedCallback(): void {
    if (this.shadowRoot) return this.attach(formStyles);
    if (!this.#isConfigured()) return;
    const wait = (): void => {
      if (!this.isConnected || this.shadowRoot) return;
      // Moved while it waited already.
      this.#endWaiting?.();
      this.#endWaiting = handOver(this, (carried) => this.#takeOver(carried));
    };
    if (this.language === 'id' && !this.sentences) void nextTask().then(wait);
    else void this.#learn(wait);
  }

  /** Without its language the form would speak two at once; then the page's own form stays. */
  async #learn(then: () => void): Promise<void> {
    try {
      const [first, reword] = await Promise.all([
        this.language === 'en' ? loadEnglish() : indonesian,
        loadReword(this),
      ]);
      this.reword = reword;
      this.say = reword('first', first);
    } catch {
      return void this.dispatchEvent(new LaporErrorEvent('notLoaded'));
    }
    then();
  }

  /** @internal */
  override disconnectedCallback(): void {
    this.#endWaiting?.();
    super.disconnectedCallback();
  }

  protected override draw(): void {
    super.draw();
    this.toggleAttribute('data-busy', this.isBusy);
  }

  /** Shows another step, with what is wrong there; the focus goes to what is to be read first. @internal */
  async goTo(step: LaporStep, faults: readonly Fault[] = [], notice?: string, isQuiet = false): Promise<void> {
    const from = this.step;
    Object.assign(this, { step, faults, notice, isBusy: false });
    this.requestUpdate();
    await this.updateComplete;
    if (!isQuiet)
      this.shadowRoot?.querySelector<HTMLElement>(faults.length + (notice ? 1 : 0) ? '#summary' : '#step')?.focus();
    if (from !== step) this.dispatchEvent(new LaporStepChangeEvent(from, step));
  }

  #isConfigured(): boolean {
    const wrong = [
      ...(/^https?:/.test(this.gateway) ? [] : ['`gateway`']),
      ...(this.siteKey.startsWith('pk_') ? [] : ['`site-key`']),
    ];
    if (wrong.length === 0) return true;
    import('../controllers/tell-page-maker.ts').then(
      ({ tellPageMaker }) => tellPageMaker(this, wrong),
      () => {},
    );
    return false;
  }

  #takeOver({ values, focus, isSent }: Carried): void {
    this.values = values;
    this.attach(formStyles);
    if (focus) this.#focus(focus);
    if (isSent) void this.#next();
    // What waits from an earlier visit has no business of the page to wait for.
    else if (this.hasAttribute('steps') || hasLeftSomething(this))
      this.#loadLater()
        .then((later) => later.resume())
        .catch(() => {});
    this.dispatchEvent(new LaporReadyEvent());
  }

  #focus({ name, choice, selection, top }: CarriedFocus): void {
    const selector = choice === undefined ? '' : `[value="${CSS.escape(choice)}"]`;
    const control = this.shadowRoot?.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]${selector}`);
    if (!control) return;
    control.focus({ preventScroll: true });
    if (selection) control.setSelectionRange(...selection);
    scrollBy({ top: control.getBoundingClientRect().top - top, behavior: 'instant' });
  }

  /** What comes after the first step: asked for at the first input, so that it is there when it is needed. */
  #loadLater(): Promise<LaterSteps> {
    this.#later ??= loadLaterSteps(this.language).then(({ createLaterSteps }) => {
      this.#steps = createLaterSteps(this);
      return this.#steps;
    });
    this.#later.catch(() => (this.#later = undefined));
    return this.#later;
  }

  async #next(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.requestUpdate();
    try {
      await (await this.#loadLater()).next();
    } catch (error) {
      console.error(error);
      this.dispatchEvent(new LaporErrorEvent('notLoaded'));
      await this.goTo(this.step, [], this.say.frame.notLoaded);
    }
  }

  readonly #handleSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#next();
  };

  /** Every field tells by its name; nothing is drawn anew, so that no caret moves. */
  readonly #handleInput = ({ target }: Event): void => {
    const { name, value, type, checked } = target as HTMLInputElement;
    const { [name]: _, ...others } = this.values;
    const isOff = value === '' || (type === 'checkbox' && !checked);
    if (name && type !== 'file') this.values = isOff ? others : { ...others, [name]: value };
    this.#loadLater().then(
      (later) => later.handleInput(target as HTMLInputElement),
      () => {},
    );
  };

  /** Links in the summary lead to fields; an address cannot, because they stand in a shadow root. */
  readonly #handleClick = (event: Event): void => {
    const id = (event.target as Element).closest('#summary a')?.getAttribute('href')?.slice(1);
    if (id === undefined) return;
    event.preventDefault();
    this.shadowRoot?.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
  };

  /** @internal */
  override render(): unknown {
    const content = this.#steps?.render() ?? firstStep(this);
    // What it says is written from left to right, on whatever page.
    return html`<form
      novalidate
      lang=${this.reword === asWeSayIt ? this.language : this.#lang}
      dir="ltr"
      part="form"
      aria-labelledby="heading"
      @submit=${this.#handleSubmit}
      @input=${this.#handleInput}
      @click=${this.#handleClick}
    >
      ${content}
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lapor-form': LaporForm;
  }
}
