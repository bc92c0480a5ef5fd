import { html, type TemplateResult } from 'lit';
import type { BegunUploads, ChosenFiles } from '../controllers/chosen-files.ts';
import { RegionChoices } from '../controllers/region-choices.ts';
import type { Placing } from './placing.ts';
import { Sending } from './sending.ts';
import { SiteSettings } from '../controllers/site-settings.ts';
import { LaporErrorEvent } from '../events/error-event.ts';
import type { Fault } from '../report/form-values.ts';
import type { LaterSentences } from '../sentences/later-sentences.ts';
import { loadPlaceSentences } from '../sentences/place-sentences.ts';
import { adoptStyles } from '../styles/adopt-styles.ts';
import { laterStyles } from '../styles/later-styles.ts';
import { checkStep } from '../templates/check-step.ts';
import type { LaterView } from '../templates/field-frames.ts';
import { countedSteps as order, formFrame } from '../templates/form-frame.ts';
import { whereStep } from '../templates/where-step.ts';
import { whoStep } from '../templates/who-step.ts';
import type { FormHost } from '../controllers/form-host.ts';
import { hasMark } from '../controllers/left-on-device.ts';
import { AdviceWhileWriting } from './advice-while-writing.ts';
import { AskedQuestions } from './asked-questions.ts';
import type { DraftKeeping } from './draft-keeping.ts';
import type { LaterSteps } from './later-steps.ts';
import type { Pages } from './one-page.ts';
import { regionLists } from './region-lists.ts';
import { ReportSoFar, stepOf } from './report-so-far.ts';

const noFiles: BegunUploads = { files: [], uploads: [], unfinished: {} };

type Asked = (typeof order)[number];

/** Where what can be said to the draft is shown. */
const adviceRoom = html`<div id="advice"></div>`;

/** How long after the first input the form still waits for the settings of the site before it goes on with usual ones. */
const patience = 6000;

/** How long the last step waits for advice that is on its way. */
const patienceForAdvice = 1200;

const after = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** The way from the second step to the receipt. */
export class WayThroughForm implements LaterSteps {
  readonly #host: FormHost;
  readonly #say: LaterSentences;
  readonly #settings: SiteSettings;
  readonly #regions: RegionChoices;
  /** Counted once: a gateway that hangs must not hold up each step anew. */
  readonly #patience = after(patience);
  #loadingFiles: Promise<ChosenFiles> | undefined;
  #files: ChosenFiles | undefined;
  readonly #questions: AskedQuestions;
  readonly #report: ReportSoFar;
  readonly #advice: AdviceWhileWriting;
  readonly #draft: Promise<DraftKeeping | undefined>;
  /** The form itself, where each step is a page; or all that is asked on one. */
  #pages: Pages;
  #loadingSending: Promise<Sending> | undefined;
  #sending: Sending | undefined;
  #placing: Placing | undefined;

  constructor(host: FormHost, say: LaterSentences) {
    this.#host = this.#pages = host;
    this.#say = say;
    this.#settings = new SiteSettings(host);
    this.#regions = new RegionChoices(
      async (parent) => (await this.#settings.loadLink()).regions(parent),
      () => host.requestUpdate(),
    );
    this.#questions = new AskedQuestions(host, this.#settings);
    this.#report = new ReportSoFar(host, say, this.#settings, this.#questions);
    this.#advice = new AdviceWhileWriting(host, say, this.#settings, (link) => {
      const { classification, title, content, incident, categoryId } = this.#report.read(link);
      const attachmentCount = this.#files?.list.length ?? 0;
      return { classification, title, content, incident, categoryId, attachmentCount };
    });
    adoptStyles(host.shadowRoot, laterStyles);
    this.#draft = import('./draft-keeping.ts')
      .then(({ keepDraft }) => keepDraft(host, () => this.#again()))
      .catch(() => undefined);
    // Begun with the first input, so that it is there when somebody goes on.
    this.#settings.ask().catch(() => {});
    this.#loadPlacing().catch(() => {});
    // Where it does not come, or after somebody has gone on, the form goes in steps.
    if (host.getAttribute('steps') === '1')
      import('./one-page.ts').then(
        ({ onePage }) => onePage(host, (page) => (this.#pages = page)),
        () => {},
      );
  }

  async next(): Promise<void> {
    const { step } = this.#host;
    const at = Math.max(this.#pages.last ?? 0, order.indexOf(step as Asked));
    await Promise.race([this.#settings.ask(), this.#patience]);
    const link = await this.#settings.loadLink();
    await this.#questions.load();
    const faults = this.#report.faultsUntil(at, link);
    if (faults.length > 0) return this.#showFaults(faults);
    if (step === 'check') {
      const sending = await this.#loadSending();
      return sending.send(this.#report.read(link), this.#files?.handOver() ?? noFiles);
    }
    const to = order[at + 1] ?? 'check';
    if (to === 'where') this.#regions.tryAgain();
    if (to === 'check') {
      await Promise.race([this.#advice.ask(), after(patienceForAdvice)]);
      this.#loadSending().catch(() => {});
    }
    return this.#pages.goTo(to);
  }

  handleInput({ name, value, files }: HTMLInputElement): void {
    if (name.startsWith('region')) this.#chooseRegion(name, value);
    if (name === 'category') void this.#questions.changeCategory();
    if (name === 'targetInstitution') void this.#settings.readCategories(value || undefined);
    if (name === 'attachments' && files && files.length > 0) void this.#takeFiles([...files]);
    this.#advice.askAfterPause();
  }

  async resume(): Promise<void> {
    await (await this.#draft)?.restore();
    if (hasMark('waiting', this.#host)) await (await this.#loadSending()).resume();
  }

  render(): unknown {
    const { step } = this.#host;
    if (step === 'receipt' || step === 'queued') return this.#sending?.render();
    const view = this.#view();
    if (step === 'say') return this.#pages.renderAll?.(this.#renderWhere(view), this.#renderWho(view));
    if (step === 'where') return this.#frame([this.#renderWhere(view), adviceRoom]);
    return this.#frame(step === 'who' ? this.#renderWho(view) : this.#renderCheck(view));
  }

  #view(): LaterView {
    const { say: first, values, faults, language } = this.#host;
    return { first, say: this.#say, values, faults, site: this.#settings.site, language };
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

  #renderWho(view: LaterView): TemplateResult {
    this.#report.showNotice();
    return whoStep(view);
  }

  #renderWhere(view: LaterView): TemplateResult {
    const { list = [], fault, told = '' } = this.#files ?? {};
    const { link, categories, site } = this.#settings;
    const faults = fault ? [...view.faults, { id: 'attachments', message: fault }] : view.faults;
    const lists = regionLists(this.#regions, site.regionCode, view.values.region, this.#say);
    return whereStep({
      ...view,
      faults,
      regions: { lists, isLoading: this.#regions.isLoading, hasFailed: this.#regions.hasFailed },
      placing: this.#placing?.render(),
      categories,
      questions: this.#questions.fields(view),
      files: list.map(({ file: { name, size }, id, sent }) => ({
        name,
        size,
        sent: id === undefined ? sent : undefined,
      })),
      filesTold: told,
      progressLabel: (name) => this.#files?.progressLabel(name) ?? '',
      removeFile: (index) => this.#files?.remove(index),
      today: link?.todayAt(site) ?? '',
    });
  }

  #renderCheck(view: LaterView): unknown {
    return checkStep({
      ...view,
      files: this.#files?.list.map(({ file }) => file) ?? [],
      categoryName: this.#settings.category(view.values.category)?.name,
      answers: this.#questions.shownAnswers(view),
      regionName: this.#regions.nameOf(view.values.region),
      institutionName: this.#advice.nameOf(view.values.targetInstitution),
      change: (step) => void this.#pages.goTo(step),
    });
  }

  /** Without it the lists are there. */
  async #loadPlacing(): Promise<void> {
    const [place, module] = await Promise.all([loadPlaceSentences(this.#host.language), import('./placing.ts')]);
    const say = this.#host.reword('place', place);
    this.#placing = new module.Placing(this.#host, say, this.#settings, this.#regions);
    this.#host.requestUpdate();
  }

  /** The outbox of this device, and what is shown of sending. */
  #loadSending(): Promise<Sending> {
    this.#loadingSending ??= this.#settings.loadLink().then((link) => {
      this.#sending = new Sending(this.#host, this.#say, this.#settings, link, {
        clear: () => this.#clear(),
        showFaults: (faults) => this.#showFaults(faults),
        again: () => this.#again(),
      });
      return this.#sending;
    });
    this.#loadingSending.catch(() => (this.#loadingSending = undefined));
    return this.#loadingSending;
  }

  async #takeFiles(files: readonly File[]): Promise<void> {
    this.#loadingFiles ??= import('./file-uploads.ts').then(({ createFileUploads }) =>
      createFileUploads(this.#host, this.#say, this.#settings),
    );
    try {
      this.#files = await this.#loadingFiles;
      await this.#files.take(files);
    } catch {
      this.#loadingFiles = undefined;
      // The control still shows what was chosen; to choose it again tries again.
      this.#host.dispatchEvent(new LaporErrorEvent('notLoaded'));
    }
  }

  /** On the first step that has something to be mended. */
  #showFaults(faults: readonly Fault[]): Promise<void> {
    const at = Math.min(...faults.map(({ id }) => stepOf(id)));
    const last = Math.max(this.#pages.last ?? 0, at);
    return this.#pages.goTo(
      order[at] ?? 'say',
      faults.filter(({ id }) => stepOf(id) <= last),
    );
  }

  #clear(): void {
    this.#files?.clear();
    this.#advice.clear();
    this.#host.values = {};
  }

  /** The smallest region that was chosen counts; emptying a list goes back to the one above it. */
  #chooseRegion(name: string, value: string): void {
    const { region, [name]: _, ...others } = this.#host.values;
    const index = name === 'region' ? 0 : Number(name.slice('region-'.length)) - 1;
    const above = index > 0 ? this.#regions.chosenBelow(this.#settings.site.regionCode, region)[index - 1] : undefined;
    const chosen = value || above;
    this.#host.values = chosen === undefined ? others : { ...others, region: chosen };
    this.#host.requestUpdate();
  }

  #goBack(): void {
    void this.#pages.goTo(order[order.indexOf(this.#host.step as Asked) - 1] ?? 'say');
  }

  #again(): void {
    this.#clear();
    void this.#host.goTo('say');
  }
}
