import type { NewReportInput } from '@lapor/schemas';
import { reportForm } from '@lapor/schemas/form';
import type { FormHost } from '../controllers/form-host.ts';
import type { Link, SiteSettings } from '../controllers/site-settings.ts';
import type { Fault } from '../report/form-values.ts';
import type { LaterSentences } from '../sentences/later-sentences.ts';
import { countedSteps } from '../templates/form-frame.ts';
import type { AskedQuestions } from './asked-questions.ts';

/** At which of the steps a field is asked, counted from 0. */
export const stepOf = (id: string): number => {
  const [field] = id.split('/');
  const step = reportForm.find(({ name }) => name === field)?.step;
  return Math.max(0, (countedSteps as readonly (string | undefined)[]).indexOf(step));
};

/** What the form says so far, as a report, and what is wrong with it. */
export class ReportSoFar {
  readonly #host: FormHost;
  readonly #say: LaterSentences;
  readonly #settings: SiteSettings;
  readonly #questions: AskedQuestions;
  #noticeShownAt: string | undefined;

  constructor(host: FormHost, say: LaterSentences, settings: SiteSettings, questions: AskedQuestions) {
    this.#host = host;
    this.#say = say;
    this.#settings = settings;
    this.#questions = questions;
  }

  /** Somebody sees the privacy notice. */
  showNotice(): void {
    this.#noticeShownAt ??= `${new Date().toISOString().slice(0, 19)}Z`;
  }

  read(link: Link): NewReportInput {
    const { values, language } = this.#host;
    const answers = this.#questions.answers();
    const report = link.reportOfValues(values, {
      site: this.#settings.site,
      language,
      noticeShownAt: this.#noticeShownAt,
    });
    return answers ? { ...report, answers } : report;
  }

  /** What is wrong as far as somebody has come: nobody is told of what is asked later. */
  faultsUntil(at: number, link: Link): Fault[] {
    const { site } = this.#settings;
    const report = this.read(link);
    const faults = link.judgeReport(report, site, this.#say);
    if (site.privacyNotice?.basis === 'consent' && this.#host.values.privacyNotice === undefined)
      faults.push({ id: 'privacyNotice', message: this.#say.fields.privacyNotice.missing });
    faults.push(...this.#questions.faultsOf(report.answers, this.#say));
    return link.inOrder(faults).filter(({ id }) => stepOf(id) <= at);
  }
}
