import { fieldsOfSite, type FormStep } from '@lapor/schemas/form';
import { errorSummary, hidden, trapField } from './controls.ts';
import { formField } from './form-fields.ts';
import type { FormState } from './form-state.ts';
import { type Html, html, nothing } from './html.ts';
import type { PageContent } from './page-frame.ts';
import { carriedAlong } from './carried-along.ts';
import { addressOf, type Visit, type VisitedSite } from './visit.ts';

const steps: readonly FormStep[] = ['say', 'where', 'who'];

/** What stands before the first field: who may be called at once, and what this form is not for. */
const guidance = ({ say }: Visit, { published }: VisitedSite): Html =>
  html`<p class="lead">${say.formStart.introduction}</p>
    <div class="panel noprint">
      <h2>${say.formPages.guidance.title}</h2>
      <p><strong>${say.guidance.emergency}</strong></p>
      <p>${say.guidance.notHandled}</p>
      ${published.channels.whistleblowing ? html`<p><a href="${published.channels.whistleblowing}" rel="noreferrer">${say.guidance.whistleblowing}</a></p>` : nothing}
    </div>`;

/** The form with everything that was typed in it. */
export const formPage = async (visit: Visit, site: VisitedSite, state: FormState): Promise<PageContent> => {
  const { say, language } = visit;
  const fields = fieldsOfSite(site.published);
  const sections = await Promise.all(
    steps.map(async (step) => {
      const shown = await Promise.all(
        fields.filter((field) => field.step === step).map((field) => formField(visit, site, field, state)),
      );
      const hint = step === 'who' ? html`<p>${say.form.contactHint}</p>` : nothing;
      return html`<h2>${say.formStart.steps[step].title}</h2>
        ${hint}${shown}`;
    }),
  );
  const asked: ReadonlySet<string> = new Set(fields.map(({ name }) => name));
  // Only what can be put right here: questions are asked, and told of, on the next page.
  const faults = state.faults.filter(({ id }) => asked.has(id));
  const hasErrors = faults.length > 0;
  const isFresh = visit.request.method !== 'POST';
  return {
    title: say.formStart.heading.title,
    hasErrors,
    keeps: true,
    // Whoever has typed something keeps the language: going to another page would lose it.
    ...(isFresh && { otherLanguage: `${addressOf(visit, '')}?lang=${language === 'id' ? 'en' : 'id'}` }),
    status: hasErrors ? 422 : 200,
    body: html`${hasErrors ? errorSummary(say.formStart.errors.title, faults) : nothing} ${state.notice ?? nothing}
      <h1>${say.formStart.heading.title}</h1>
      ${isFresh ? guidance(visit, site) : nothing}
      <form method="post" action="${addressOf(visit, '')}?lang=${language}" enctype="multipart/form-data" novalidate>
        ${hidden('stamp', state.stamp)} ${carriedAlong(state, asked)} ${sections} ${trapField(say)}
        <p><button type="submit" name="action" value="review">${say.formPages.review.label}</button></p>
      </form>
      <p><a href="${addressOf(visit, 'status')}?lang=${language}">${say.formStart.follow.label}</a></p>`,
  };
};
