import type { Receipt, Suggestions } from '@lapor/schemas';
import { reportForm } from '@lapor/schemas/form';
import { html } from 'lit';
import type { Dispatch, Outcome } from '../controllers/dispatch.ts';
import type { GatewayLink } from '../controllers/gateway-link.ts';
import type * as linking from '../controllers/gateway-link.ts';
import { RegionChoices } from '../controllers/region-choices.ts';
import { LaporBeforeSubmitEvent } from '../events/before-submit-event.ts';
import { LaporErrorEvent } from '../events/error-event.ts';
import { LaporQueuedEvent } from '../events/queued-event.ts';
import { LaporSubmitErrorEvent } from '../events/submit-error-event.ts';
import { LaporSubmitSuccessEvent } from '../events/submit-success-event.ts';
import { type CategoryGroup, categoryGroups } from '../report/category-groups.ts';
import { type FormSite, usualSite } from '../report/form-site.ts';
import { valuesOfReport } from '../report/values-of-report.ts';
import type { Fault } from '../report/form-values.ts';
import type { LaterSentences } from '../sentences/later-sentences.ts';
import { laterStyles } from '../styles/later-styles.ts';
import { checkStep } from '../templates/check-step.ts';
import type { LaterView } from '../templates/field-frames.ts';
import { formFrame } from '../templates/form-frame.ts';
import { queuedStep } from '../templates/queued-step.ts';
import { receiptStep } from '../templates/receipt-step.ts';
import { whereStep } from '../templates/where-step.ts';
import { whoStep } from '../templates/who-step.ts';
import type { FormHost, LaterSteps } from './form-host.ts';
import { regionLists } from './region-lists.ts';

type Link = GatewayLink & typeof linking;

const order = ['say', 'where', 'who', 'check'] as const;

/** How long a step waits for the settings of the site before it goes on with usual ones. */
const patience = 6000;

/** The way from the second step to the receipt. */
export class WayThroughForm implements LaterSteps {
  readonly #host: FormHost;
  readonly #say: LaterSentences;
  readonly #regions: RegionChoices;
  #loading: Promise<Link> | undefined;
  #link: Link | undefined;
  #dispatch: Promise<Dispatch> | undefined;
  #site: FormSite = usualSite;
  #siteAsked: Promise<void> | undefined;
  #files: readonly File[] = [];
  /** What is wrong with files that were not taken. */
  #fileFault: string | undefined;
  #noticeShownAt: string | undefined;
  #advice: Suggestions | undefined;
  #categories: readonly CategoryGroup[] = [];
  #receipt: Receipt | undefined;
  #told = '';

  constructor(host: FormHost, say: LaterSentences) {
    this.#host = host;
    this.#say = say;
    this.#regions = new RegionChoices(
      async (parent) => (await this.#loadLink()).regions(parent),
      () => host.requestUpdate(),
    );
    const { shadowRoot } = host;
    if (shadowRoot && laterStyles.styleSheet)
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, laterStyles.styleSheet];
    // Begun with the first input, so that it is there when somebody goes on.
    this.#askSite().catch(() => {});
  }

  async next(): Promise<void> {
    const { step } = this.#host;
    await Promise.race([this.#askSite(), new Promise((resolve) => setTimeout(resolve, patience))]);
    const at = order.findIndex((one) => one === step);
    const faults = await this.#faultsUntil(at);
    if (faults.length > 0) return this.#showFaults(faults);
    if (step === 'check') return this.#send();
    const to = order[at + 1] ?? 'check';
    if (to === 'where') this.#regions.tryAgain();
    if (to === 'who') this.#noticeShownAt ??= `${new Date().toISOString().slice(0, 19)}Z`;
    if (to === 'check') {
      void this.#askAdvice();
      this.#loadDispatch().catch(() => {});
    }
    return this.#host.goTo(to);
  }

  handleInput({ name, value, files }: HTMLInputElement): void {
    if (name.startsWith('region')) this.#chooseRegion(name, value);
    if (name === 'attachments' && files && files.length > 0) void this.#takeFiles([...files]);
  }

  async resume(): Promise<void> {
    const outcome = await (await this.#loadDispatch()).resume();
    const last = outcome?.kind === 'queued' ? await outcome.delivered : outcome;
    // Whoever is writing is not interrupted; it is there on the next visit.
    if (last && Object.keys(this.#host.values).length === 0) await this.#show(last, true);
  }

  render(): unknown {
    const { step } = this.#host;
    if (step === 'receipt' && this.#receipt) return this.#renderReceipt(this.#receipt);
    if (step === 'queued') return queuedStep(this.#say, this.#site.channels, () => this.#again());
    const view = this.#view();
    if (step === 'where') return this.#frame(this.#renderWhere(view));
    return this.#frame(step === 'who' ? whoStep(view) : this.#renderCheck(view));
  }

  #view(): LaterView {
    const { say: first, values, faults, language } = this.#host;
    return { first, say: this.#say, values, faults, site: this.#site, language };
  }

  #frame(fields: unknown): unknown {
    const { form, way } = this.#say;
    const { step, say } = this.#host;
    const isLast = step === 'check';
    return formFrame(
      this.#host,
      fields,
      html`<button part="button button-primary">${isLast ? form.send.label : say.frame.next.label}</button>
        <button type="button" part="button" @click=${() => this.#goBack()}>${way.back.label}</button>`,
      isLast ? way.sending : say.frame.loading,
    );
  }

  #renderWhere(view: LaterView): unknown {
    const { values } = this.#host;
    const faults = this.#fileFault ? [...view.faults, { id: 'attachments', message: this.#fileFault }] : view.faults;
    const lists = regionLists(this.#regions, this.#site.regionCode, values.region, this.#say);
    return whereStep({
      ...view,
      faults,
      regions: { lists, isLoading: this.#regions.isLoading, hasFailed: this.#regions.hasFailed },
      categories: this.#categories,
      files: this.#files,
      removeFile: (index) => this.#removeFile(index),
      today: this.#link?.todayAt(this.#site) ?? '',
    });
  }

  #renderCheck(view: LaterView): unknown {
    return checkStep({
      ...view,
      files: this.#files,
      categoryName: this.#categories
        .flatMap(({ choices }) => choices)
        .find(({ value }) => value === view.values.category)?.label,
      regionName: this.#regions.nameOf(view.values.region),
      advice: this.#advice,
      change: (step) => void this.#host.goTo(step),
    });
  }

  #renderReceipt(receipt: Receipt): unknown {
    const { say: first } = this.#host;
    return receiptStep({
      first,
      say: this.#say,
      receipt,
      told: this.#told,
      canShare: 'share' in navigator,
      copy: () => void this.#copy(receipt),
      share: () => void this.#share(receipt),
      again: () => this.#again(),
    });
  }

  #loadLink(): Promise<Link> {
    this.#loading ??= import('../controllers/gateway-link.ts').then((module) => {
      this.#link = { ...module, ...module.createGatewayLink(this.#host) };
      return this.#link;
    });
    this.#loading.catch(() => (this.#loading = undefined));
    return this.#loading;
  }

  /** The outbox of this device: loaded when somebody is about to send, or when something waits. */
  #loadDispatch(): Promise<Dispatch> {
    this.#dispatch ??= Promise.all([this.#loadLink(), import('../controllers/dispatch.ts')]).then(
      ([link, module]) =>
        new module.Dispatch(link.client, { gateway: this.#host.gateway, siteKey: this.#host.siteKey }, link.newKey),
    );
    this.#dispatch.catch(() => (this.#dispatch = undefined));
    return this.#dispatch;
  }

  /** When the settings do not come, the form goes on with usual ones. */
  async #readSite(): Promise<void> {
    const link = await this.#loadLink();
    try {
      this.#site = await link.site();
      void this.#askCategories(link);
    } catch {
      this.#siteAsked = undefined;
      this.#host.dispatchEvent(new LaporErrorEvent('gatewayAway'));
    }
    this.#host.requestUpdate();
  }

  /** Without them the admin chooses one, as for everybody who leaves the list alone. */
  async #askCategories(link: Link): Promise<void> {
    this.#categories = categoryGroups(await link.categories(this.#site.institution?.id).catch(() => []));
    this.#host.requestUpdate();
  }

  /** The settings of the site, once. */
  #askSite(): Promise<void> {
    this.#siteAsked ??= this.#readSite();
    this.#siteAsked.catch(() => (this.#siteAsked = undefined));
    return this.#siteAsked;
  }

  #report(link: Link) {
    return link.reportOfValues(this.#host.values, {
      site: this.#site,
      language: this.#host.language,
      noticeShownAt: this.#noticeShownAt,
    });
  }

  /** What is wrong as far as somebody has come: nobody is told of what is asked later. */
  async #faultsUntil(at: number): Promise<Fault[]> {
    const link = await this.#loadLink();
    const faults = link.judgeReport(this.#report(link), this.#site, this.#say);
    const { values } = this.#host;
    if (this.#site.privacyNotice?.basis === 'consent' && values.privacyNotice === undefined)
      faults.push({ id: 'privacyNotice', message: this.#say.fields.privacyNotice.missing });
    return faults.filter(({ id }) => this.#stepOf(id) <= at);
  }

  #stepOf(id: string): number {
    const step = reportForm.find(({ name }) => name === id)?.step;
    return Math.max(
      0,
      order.findIndex((one) => one === step),
    );
  }

  /** On the first step that has something to be mended. */
  #showFaults(faults: readonly Fault[], notice?: string): Promise<void> {
    const at = Math.min(...faults.map(({ id }) => this.#stepOf(id)));
    return this.#host.goTo(
      order[at] ?? 'say',
      faults.filter(({ id }) => this.#stepOf(id) === at),
      notice,
    );
  }

  async #send(): Promise<void> {
    if (!this.#host.dispatchEvent(new LaporBeforeSubmitEvent())) return this.#host.goTo('check');
    const [link, dispatch] = await Promise.all([this.#loadLink(), this.#loadDispatch()]);
    await this.#show(await dispatch.send(this.#report(link), this.#files));
  }

  async #show(outcome: Outcome, isQuiet = false): Promise<void> {
    const host = this.#host;
    if (outcome.kind === 'queued') {
      await host.goTo('queued', [], undefined, isQuiet);
      host.dispatchEvent(new LaporQueuedEvent());
      // Whoever began another report meanwhile is not interrupted: receipt or refusal are there on the next visit.
      const last = await outcome.delivered;
      return host.step === 'queued' ? this.#show(last, isQuiet) : undefined;
    }
    if (outcome.kind === 'failed') {
      if (outcome.kept) host.values = valuesOfReport(outcome.kept.report);
      outcome.kept?.taken();
      return this.#showFailure(outcome.error);
    }
    this.#clear();
    this.#receipt = outcome.receipt;
    await host.goTo('receipt', [], undefined, isQuiet);
    outcome.shown();
    host.dispatchEvent(new LaporSubmitSuccessEvent(outcome.receipt.trackingId));
  }

  #clear(): void {
    this.#files = [];
    this.#fileFault = undefined;
    this.#receipt = undefined;
    this.#advice = undefined;
    this.#told = '';
    this.#host.values = {};
  }

  /** What the gateway says to a report that it does not take: at its fields where it names them. */
  async #showFailure(error: unknown): Promise<void> {
    const {
      fields = [],
      problem,
      code,
      name,
      retryable = false,
    } = (error ?? {}) as {
      fields?: readonly { pointer: string; message: string }[];
      problem?: { code: string; detail?: string };
      code?: string;
      name?: string;
      retryable?: boolean;
    };
    this.#host.dispatchEvent(new LaporSubmitErrorEvent(code ?? name ?? 'unknown', retryable));
    const faults = this.#link?.faultsOf(fields) ?? [];
    if (faults.length > 0) return this.#showFaults(faults);
    if (problem?.code === 'attachmentRefused')
      return this.#showFaults([{ id: 'attachments', message: problem.detail ?? this.#say.way.notSent.title }]);
    const why = retryable ? undefined : problem?.detail;
    return this.#host.goTo('check', [], `${this.#say.way.notSent.title}. ${why ?? this.#say.way.tryAgain}`);
  }

  async #askAdvice(): Promise<void> {
    const link = await this.#loadLink();
    const { classification, title, content, incident } = this.#report(link);
    this.#advice = undefined;
    if (!this.#site.features.suggestions) return;
    const draft = {
      classification,
      title,
      content,
      ...(incident && { incident }),
      attachmentCount: this.#files.length,
    };
    this.#advice = await link.advice(draft).catch(() => undefined);
    this.#host.requestUpdate();
  }

  /** The smallest region that was chosen counts; emptying a list goes back to the one above it. */
  #chooseRegion(name: string, value: string): void {
    const { region, [name]: _, ...others } = this.#host.values;
    const index = name === 'region' ? 0 : Number(name.slice('region-'.length)) - 1;
    const above = index > 0 ? this.#regions.chosenBelow(this.#site.regionCode, region)[index - 1] : undefined;
    const chosen = value || above;
    this.#host.values = chosen === undefined ? others : { ...others, region: chosen };
    this.#host.requestUpdate();
  }

  async #takeFiles(chosen: readonly File[]): Promise<void> {
    const { takeFiles } = await import('../report/take-files.ts');
    const { files, refused } = await takeFiles(
      chosen,
      this.#files,
      this.#site.limits.attachments,
      this.#say.attachments,
    );
    this.#files = files;
    this.#fileFault = refused.join(' ') || undefined;
    // The list below holds them now: what stands in the control itself would be sent twice in the eyes of people.
    const control = this.#host.shadowRoot?.querySelector<HTMLInputElement>('#attachments');
    if (control) control.value = '';
    this.#host.requestUpdate();
  }

  #removeFile(index: number): void {
    this.#files = this.#files.filter((_, other) => other !== index);
    this.#fileFault = undefined;
    this.#host.requestUpdate();
    this.#host.shadowRoot?.querySelector<HTMLElement>('#attachments')?.focus();
  }

  #goBack(): void {
    const at = order.findIndex((one) => one === this.#host.step);
    void this.#host.goTo(order[at - 1] ?? 'say');
  }

  #again(): void {
    this.#clear();
    void this.#host.goTo('say');
  }

  async #copy({ trackingId, token, followUrl }: Receipt): Promise<void> {
    const { receipt, way } = this.#say;
    const text = [`${receipt.number.label}: ${trackingId}`, `${receipt.token.label}: ${token}`, followUrl];
    this.#told = await navigator.clipboard.writeText(text.filter(Boolean).join('\n')).then(
      () => way.copied,
      () => way.notCopied,
    );
    this.#host.requestUpdate();
  }

  /** The number alone: whoever has the key can answer in the reporter's name. */
  async #share({ trackingId, followUrl }: Receipt): Promise<void> {
    const text = `${this.#say.receipt.number.label}: ${trackingId}`;
    await navigator.share({ text, ...(followUrl && { url: followUrl }) }).catch(() => {});
  }
}
