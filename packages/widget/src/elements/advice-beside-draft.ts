import type { Suggestions } from '@lapor/schemas';
import { type ReactiveController, render } from 'lit';
import { Advice } from '../controllers/advice.ts';
import type { AdviceLink } from '../controllers/advice-link.ts';
import type { FormHost } from '../controllers/form-host.ts';
import { passageSince } from '../report/masked-passage.ts';
import { type MaskedField, MaskedPassages } from '../report/masked-passages.ts';
import { type AdviceSentences, loadAdviceSentences } from '../sentences/advice-sentences.ts';
import type { LaterSentences } from '../sentences/later-sentences.ts';
import { adoptStyles } from '../styles/adopt-styles.ts';
import { adviceStyles } from '../styles/advice-styles.ts';
import { advicePanel, type ShownPassage } from '../templates/advice-panel.ts';

/** The fields whose text a step shows. */
const fieldsOf: Readonly<Record<string, readonly MaskedField[]>> = {
  say: ['title', 'content'],
  where: ['landmark'],
  check: ['title', 'content', 'landmark'],
};

/** What is missing is told where it is asked for; before sending, all of it. */
const isToldAt = (step: string, code: string): boolean =>
  step === 'check' || (step === 'say' ? code === 'what' : code !== 'what');

/**
 * Shows what can be said to the draft in the room that each step keeps for it. It draws there by itself: the fields beside it
 * are never drawn anew for it, so that no caret moves and no word in the making is lost.
 */
export class AdviceBesideDraft implements ReactiveController {
  readonly #host: FormHost;
  readonly #say: LaterSentences;
  readonly #words: AdviceSentences;
  readonly #link: AdviceLink;
  /** Tells that the draft is another. */
  readonly #changed: () => void;
  #masked: MaskedPassages;
  readonly #supported = new Set<string>();
  /** Names of institutions that were proposed, so that a chosen one is still there when others are proposed. */
  readonly #names = new Map<string, string>();
  readonly #advice: Advice;
  #room: Element | null | undefined;
  #isOpen = false;
  #told = '';

  constructor(host: FormHost, say: LaterSentences, words: AdviceSentences, link: AdviceLink, changed: () => void) {
    this.#changed = changed;
    this.#host = host;
    this.#say = say;
    this.#words = words;
    this.#link = link;
    this.#masked = new MaskedPassages(words.masked);
    this.#advice = new Advice(link, () => this.#heard());
    adoptStyles(host.shadowRoot, adviceStyles);
    host.addController(this);
    this.hostUpdated();
  }

  get ask(): Advice['ask'] {
    return (draft) => this.#advice.ask(draft);
  }

  clear(): void {
    this.#masked = new MaskedPassages(this.#words.masked);
    this.#advice.clear();
  }

  /** The name of an institution that was proposed. */
  nameOf(institution: string | undefined): string | undefined {
    return this.#names.get(institution ?? '');
  }

  hostUpdated(): void {
    const room = this.#host.shadowRoot?.querySelector('#advice');
    if (room !== this.#room) {
      this.#room = room;
      this.#told = '';
      // What is there when the last step opens can be read at once; what comes later opens when somebody wants it to.
      this.#isOpen = this.#host.step === 'check' && this.#advice.said !== undefined;
    }
    this.#draw();
  }

  #heard(): void {
    for (const { institution } of this.#advice.said?.suggestions.institutions ?? [])
      this.#names.set(institution.id, institution.name);
    this.#told = '';
    this.#draw();
  }

  #draw(): void {
    if (!this.#room) return;
    const { values } = this.#host;
    // One page asks for all of it.
    const step = this.#host.getAttribute('steps') === '1' ? 'check' : this.#host.step;
    const { similar, missing, institutions }: Partial<Suggestions> = this.#advice.said?.suggestions ?? {};
    const chosen = values.targetInstitution;
    const proposed = (institutions ?? []).map(({ institution, reasons }) => ({
      value: institution.id,
      label: institution.name,
      help: reasons.map(({ text }) => text).join(' '),
    }));
    const name = this.nameOf(chosen);
    if (chosen && name && !proposed.some(({ value }) => value === chosen))
      proposed.push({ value: chosen, label: name, help: '' });
    const view = {
      say: this.#say,
      words: this.#words,
      passages: (fieldsOf[step] ?? []).flatMap((field) => this.#passagesIn(field)),
      similar: (similar ?? []).map((report) => ({
        ...report,
        url: this.#urlOf(report.trackingId),
        isSupported: this.#supported.has(report.trackingId),
        support: () => void this.#support(report.trackingId),
      })),
      missing: (missing ?? []).filter(({ code }) => isToldAt(step, code)),
      institutions: proposed,
      chosenInstitution: chosen,
      isOpen: this.#isOpen,
      told: this.#told,
    };
    render(advicePanel(view), this.#room as HTMLElement);
  }

  /** The page on which a report is followed; every gateway has it, also without script. */
  #urlOf(trackingId: string): string {
    const { gateway, language } = this.#host;
    return `${gateway.replace(/\/+$/, '')}/forms/status?number=${trackingId}&lang=${language}`;
  }

  #passagesIn(field: MaskedField): ShownPassage[] {
    const { values } = this.#host;
    const text = values[field] ?? '';
    const { draft, suggestions } = this.#advice.said ?? {};
    const before = (field === 'landmark' ? draft?.incident?.place?.landmark : draft?.[field]) ?? '';
    const found = (suggestions?.personalData ?? []).flatMap((hint) => {
      const passage = hint.field === field && passageSince(before, hint, text);
      if (!passage) return [];
      return [
        {
          at: passage.start,
          words: text.slice(passage.start, passage.end),
          message: hint.message,
          isMasked: false,
          toggle: () => this.#write(field, this.#masked.mask(field, text, passage), this.#words.hidden),
        },
      ];
    });
    const masked = this.#masked.in(field, values).map((passage) => ({
      at: passage.start,
      words: passage.words,
      message: '',
      isMasked: true,
      toggle: () => this.#write(field, this.#masked.unmask(field, text, passage), ''),
    }));
    return [...found, ...masked].sort((one, other) => one.at - other.at);
  }

  #write(field: MaskedField, text: string, told: string): void {
    this.#host.values = { ...this.#host.values, [field]: text };
    this.#told = told;
    this.#host.requestUpdate();
    this.#changed();
  }

  async #support(trackingId: string): Promise<void> {
    try {
      await this.#link.support(trackingId);
      this.#supported.add(trackingId);
      this.#told = this.#words.supported;
    } catch {
      this.#told = this.#words.notSupported;
    }
    this.#draw();
  }
}

/** Makes it with its sentences. */
export const createAdviceBesideDraft = async (
  host: FormHost,
  say: LaterSentences,
  link: AdviceLink,
  changed: () => void,
): Promise<AdviceBesideDraft> =>
  new AdviceBesideDraft(host, say, host.reword('advice', await loadAdviceSentences(host.language)), link, changed);
