import { Classification, type Language, type ReportLimits } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';
import { html } from './html.ts';
import { type Integrity, scriptTags } from './script-tags.ts';

/** What a snippet is made from. */
export interface SnippetFacts {
  /** Where the gateway is reached from outside. */
  readonly gateway: string;
  readonly siteKey: string;
  readonly language: Language;
  readonly limits: Pick<ReportLimits, 'titleMax' | 'contentMax'>;
  /** `1` for everything on one page; in steps otherwise. */
  readonly steps?: '1' | undefined;
  /** Where the script lies that makes more of the form; without one the form works by itself. */
  readonly script?: string | undefined;
  /** Hashes of the script and of all that it loads, by their names, as `integrity.json` beside the script has them. */
  readonly integrity?: Integrity | undefined;
}

const stepsAttribute = (steps: SnippetFacts['steps']): string => (steps === undefined ? '' : ` steps="${steps}"`);

/**
 * The link for a page of the region's own that opens the form in a dialog. Before the script is there, and without it, it leads
 * to the gateway's form.
 */
export const buttonSnippetOf = ({
  gateway,
  siteKey,
  language,
  steps,
  script,
  integrity,
}: Omit<SnippetFacts, 'limits'>): string => {
  const { formStart } = messagesFor(language);
  return `<lapor-button gateway="${safe(gateway)}" site-key="${safe(siteKey)}" lang="${language}"${stepsAttribute(steps)}>
  <a href="${safe(gateway)}/forms/${safe(siteKey)}?lang=${language}">${safe(formStart.heading.title)}</a>
</lapor-button>
${scriptTags(script, integrity)}`;
};

/** One value in an attribute, or one text, escaped. */
const safe = (text: string): string => html`${text}`.toString();

const radio = (value: Classification, language: Language): string =>
  `      <label><input type="radio" name="classification" value="${value}"> ${safe(messagesFor(language).classifications[value].label)}</label>`;

/**
 * The form for a page of the region's own: what no report does without, and a button that leads to the gateway's form with
 * what was typed. It works before the script is there, and without it. Nothing in it styles itself, so that it looks like its page.
 *
 * The `<div>` around it is for CMSs that make paragraphs of what is pasted into them, as WordPress does: where they know no element
 * they put `<p>` and `</p>`, and the form would stand outside the element and be seen twice. So few columns fit a phone.
 */
export const snippetOf = ({ gateway, siteKey, language, limits, steps, script, integrity }: SnippetFacts): string => {
  const { fields, formPages, formStart, guidance } = messagesFor(language);
  const address = `${gateway}/forms/${siteKey}`;
  return `<div>
<lapor-form gateway="${safe(gateway)}" site-key="${safe(siteKey)}" lang="${language}"${stepsAttribute(steps)}>
  <form method="post" action="${safe(address)}?lang=${language}" accept-charset="utf-8">
    <fieldset>
      <legend>${safe(fields.classification.label)}</legend>
${Classification.options.map((value) => radio(value, language)).join('\n')}
    </fieldset>
    <p>
      <label for="lapor-title">${safe(fields.title.label)}</label><br>
      <input id="lapor-title" name="title" type="text" maxlength="${limits.titleMax}">
    </p>
    <p>
      <label for="lapor-content">${safe(fields.content.label)}</label><br>
      <textarea id="lapor-content" name="content" rows="8" cols="30" maxlength="${limits.contentMax}"></textarea>
    </p>
    <p><button type="submit">${safe(formPages.review.label)}</button></p>
    <p>${safe(guidance.emergency)}</p>
    <p><a href="${safe(address)}/status?lang=${language}">${safe(formStart.follow.label)}</a></p>
  </form>
</lapor-form>
</div>
${scriptTags(script, integrity)}`;
};
