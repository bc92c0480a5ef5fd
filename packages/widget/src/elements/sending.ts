import type { BegunUploads } from '../controllers/chosen-files.ts';
import type { NewReportInput, Receipt } from '@lapor/schemas';
import type { FormHost } from '../controllers/form-host.ts';
import { LaporBeforeSubmitEvent } from '../events/before-submit-event.ts';
import { LaporQueuedEvent } from '../events/queued-event.ts';
import { LaporSubmitErrorEvent } from '../events/submit-error-event.ts';
import { LaporSubmitSuccessEvent } from '../events/submit-success-event.ts';
import type { Fault } from '../report/form-values.ts';
import { valuesOfReport } from '../report/values-of-report.ts';
import type { LaterSentences } from '../sentences/later-sentences.ts';
import { queuedStep } from '../templates/queued-step.ts';
import { receiptStep } from '../templates/receipt-step.ts';
import { Dispatch, type Outcome } from '../controllers/dispatch.ts';
import { tellMisconfigured } from '../controllers/misconfigured.ts';
import { ReceiptPassing } from '../controllers/receipt-passing.ts';
import type { Link, SiteSettings } from '../controllers/site-settings.ts';

/** What sending needs of the way through the form. */
export interface SentForm {
  /** Empties everything, for the next report. */
  clear(): void;
  /** Shows the first step on which something is to be mended. */
  showFaults(faults: readonly Fault[]): Promise<void>;
  /** Begins another report. */
  again(): void;
}

/** What a client says of a report that was not taken. */
interface Refusal {
  readonly fields?: readonly { pointer: string; message: string }[];
  readonly problem?: { code: string; detail?: string };
  readonly code?: string;
  readonly name?: string;
  readonly retryable?: boolean;
}

/** Sends the report, and shows what came of it. Loaded when somebody is about to send, or when something waits. */
export class Sending {
  readonly #host: FormHost;
  readonly #say: LaterSentences;
  readonly #settings: SiteSettings;
  readonly #form: SentForm;
  readonly #link: Link;
  readonly #dispatch: Dispatch;
  readonly #passing: ReceiptPassing;
  #receipt: Receipt | undefined;

  constructor(host: FormHost, say: LaterSentences, settings: SiteSettings, link: Link, form: SentForm) {
    this.#host = host;
    this.#say = say;
    this.#settings = settings;
    this.#form = form;
    this.#link = link;
    this.#passing = new ReceiptPassing(host, say);
    const { gateway, siteKey } = host;
    this.#dispatch = new Dispatch(link.client, { gateway, siteKey }, link.newKey);
  }

  /** Sends what waits from an earlier visit. */
  async resume(): Promise<void> {
    const outcome = await this.#dispatch.resume();
    const last = outcome?.kind === 'queued' ? await outcome.last : outcome;
    // Whoever is writing is not interrupted; it is there on the next visit.
    if (last && Object.keys(this.#host.values).length === 0) await this.#show(last, true);
  }

  async send(report: NewReportInput, begun: BegunUploads): Promise<void> {
    if (!this.#host.dispatchEvent(new LaporBeforeSubmitEvent())) return this.#host.goTo('check');
    await this.#show(await this.#dispatch.send(report, begun));
  }

  /** What came of it: that it waits, or the receipt. */
  render(): unknown {
    const receipt = this.#receipt;
    const again = (): void => this.#form.again();
    if (this.#host.step === 'queued' || !receipt) return queuedStep(this.#say, this.#settings.site.channels, again);
    const passing = this.#passing;
    return receiptStep({
      first: this.#host.say,
      say: this.#say,
      receipt,
      told: passing.told,
      canShare: passing.canShare,
      copy: () => void passing.copy(receipt),
      share: () => void passing.share(receipt),
      again,
    });
  }

  async #show(outcome: Outcome, isQuiet = false): Promise<void> {
    const host = this.#host;
    if (outcome.kind === 'queued') {
      await host.goTo('queued', [], undefined, isQuiet);
      host.dispatchEvent(new LaporQueuedEvent());
      // Whoever began another report meanwhile is not interrupted: receipt or refusal are there on the next visit.
      const last = await outcome.last;
      return host.step === 'queued' ? this.#show(last, isQuiet) : undefined;
    }
    if (outcome.kind === 'failed') {
      if (outcome.kept) host.values = valuesOfReport(outcome.kept.report);
      outcome.kept?.taken();
      return this.#showFailure(outcome.error ?? {});
    }
    this.#form.clear();
    this.#receipt = outcome.receipt;
    this.#passing.told = '';
    await host.goTo('receipt', [], undefined, isQuiet);
    outcome.shown();
    host.dispatchEvent(new LaporSubmitSuccessEvent(outcome.receipt.trackingId));
  }

  /** What the gateway says to a report that it does not take: at its fields where it names them. */
  async #showFailure({ fields = [], problem, code, name, retryable = false }: Refusal): Promise<void> {
    const { notSent, siteFault, tryAgain } = this.#say.way;
    this.#host.dispatchEvent(new LaporSubmitErrorEvent(code ?? name ?? 'unknown', retryable));
    const faults = this.#link.faultsOf(fields);
    if (faults.length > 0) return this.#form.showFaults(faults);
    if (problem?.code === 'attachmentRefused')
      return this.#form.showFaults([{ id: 'attachments', message: problem.detail ?? notSent.title }]);
    const isOurs = tellMisconfigured(this.#host, problem);
    const why = retryable ? undefined : isOurs ? `${siteFault} ${this.#say.guidance.nationalPage}` : problem?.detail;
    return this.#host.goTo('check', [], `${notSent.title}. ${why ?? tryAgain}`);
  }
}
