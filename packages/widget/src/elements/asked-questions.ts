import type { NewReportInput, Question } from '@lapor/schemas';
import type { FormHost } from '../controllers/form-host.ts';
import type { Link, SiteSettings } from '../controllers/site-settings.ts';
import type { Fault } from '../report/form-values.ts';
import type { LaterSentences } from '../sentences/later-sentences.ts';
import type { LaterView } from '../templates/field-frames.ts';
import type * as questioning from './category-questions.ts';

/** What asks the questions of a category, with what judges the answers. */
type Questioning = typeof questioning & Awaited<ReturnType<Link['judging']>>;

/** The questions of the chosen category. What asks and judges them is loaded with the first of them. */
export class AskedQuestions {
  readonly #host: FormHost;
  readonly #settings: SiteSettings;
  #questioning: Questioning | undefined;
  /** Those of the category that was chosen before. */
  #before: readonly Question[] = [];

  constructor(host: FormHost, settings: SiteSettings) {
    this.#host = host;
    this.#settings = settings;
  }

  #all(): readonly Question[] {
    return this.#settings.category(this.#host.values.category)?.questions ?? [];
  }

  /** Loads what asks them, where there are any. @throws when it cannot be loaded. */
  async load(): Promise<void> {
    if (this.#all().length === 0) return;
    const link = await this.#settings.loadLink();
    const [module, judging] = await Promise.all([import('./category-questions.ts'), link.judging()]);
    this.#questioning = { ...module, ...judging };
  }

  /** Answers to what the other category does not ask are dropped, the others stay. */
  async changeCategory(): Promise<void> {
    const host = this.#host;
    const [before, questions] = [this.#before, this.#all()];
    this.#before = questions;
    // What cannot be loaded now is loaded when somebody goes on.
    await this.load().catch(() => {});
    host.values = this.#questioning?.keptAnswers(host.values, before, questions) ?? host.values;
    host.requestUpdate();
  }

  answers(): NewReportInput['answers'] {
    return this.#questioning?.answersOfValues(this.#host.values, this.#all());
  }

  faultsOf(answers: NewReportInput['answers'], say: LaterSentences): Fault[] {
    return this.#questioning?.judgeAnswers(answers, this.#all(), say) ?? [];
  }

  fields(view: LaterView): unknown {
    return this.#all().length > 0 ? this.#questioning?.questionFields(view, this.#all()) : undefined;
  }

  shownAnswers(view: LaterView) {
    return this.#questioning?.shownAnswers(view, this.#all()) ?? [];
  }
}
