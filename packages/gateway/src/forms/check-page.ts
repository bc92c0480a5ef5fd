import { type Category, Classification, NotificationChannel, type Question } from '@lapor/schemas';
import { fieldsOfSite, type FormField } from '@lapor/schemas/form';
import { findPersonalData } from '@lapor/schemas/text-checks';
import { formatDay } from '@lapor/schemas/messages';
import { exactRegionChoices, nameOfRegion } from './choices-of-site.ts';
import {
  choicesField,
  errorSummary,
  type FieldFrame,
  hidden,
  lineField,
  selectField,
  textField,
  trapField,
} from './controls.ts';
import type { FormState } from './form-state.ts';
import { type Html, html, nothing } from './html.ts';
import type { PageContent } from './page-frame.ts';
import { answerName, chosenCategory, typedIn } from './report-of-values.ts';
import { carriedAlong } from './carried-along.ts';
import { addressOf, type Visit, type VisitedSite } from './visit.ts';

/** A category's question as a field. */
const questionField = ({ say }: Visit, question: Question, { values, faults }: FormState): Html => {
  const { label, hint, options = [], maxLength, minimum: min, maximum: max } = question;
  const id = answerName(question);
  const value = values.get(id) ?? '';
  const frame: FieldFrame = {
    id,
    label,
    hint,
    error: faults.find((fault) => fault.id === id)?.message,
    optional: question.required ? undefined : say.formStart.optional.label,
  };
  switch (question.type) {
    case 'text':
    default:
      return (maxLength ?? 500) > 120
        ? textField(frame, value, { short: true })
        : lineField(frame, value, { maxLength });
    case 'number':
      return lineField(frame, value, { inputMode: 'decimal', min, max });
    case 'date':
      return lineField(frame, value, { type: 'date' });
    case 'boolean':
      return choicesField(
        frame,
        'radio',
        [value],
        [
          { value: 'yes', label: say.form.yes.label },
          { value: 'no', label: say.form.no.label },
        ],
      );
    case 'choice':
      return options.length > 6
        ? selectField(frame, value, say.form.choose.label, [{ options }])
        : choicesField(frame, 'radio', [value], options);
    case 'choices':
      return choicesField(frame, 'checkbox', values.getAll(id), options);
  }
};

const questions = (visit: Visit, category: Category | undefined, state: FormState): Html =>
  category === undefined || category.questions.length === 0
    ? nothing
    : html`<h2>${visit.say.form.questions.title}</h2>
        ${category.questions.map((question) => questionField(visit, question, state))}`;

const exactRegion = async ({ say }: Visit, { values }: FormState): Promise<Html> => {
  const region = typedIn(values, 'region');
  const groups = await exactRegionChoices(region);
  const name = await nameOfRegion(region);
  if (groups.length === 0 || name === undefined) return nothing;
  const frame = {
    id: 'exactRegion',
    label: say.form.exactRegion.label,
    hint: say.form.exactRegionHint({ region: name }),
    optional: say.formStart.optional.label,
  };
  return selectField(frame, values.get('exactRegion') ?? '', say.form.unknownRegion.label, groups);
};

/** What was answered, in words; `undefined` where nothing was. */
const shownValue = async (
  visit: Visit,
  { name, control }: FormField,
  { values, files }: FormState,
): Promise<string | undefined> => {
  const { say, directory, language } = visit;
  const value = typedIn(values, name);
  switch (control) {
    case 'radios':
      return Classification.options.includes(value as Classification)
        ? say.classifications[value as Classification].label
        : value;
    case 'news':
      return NotificationChannel.options.includes(value as NotificationChannel)
        ? say.newsChoices[value as NotificationChannel].label
        : value;
    case 'region':
      return nameOfRegion(value);
    case 'date':
      return value && formatDay(value, language);
    case 'category':
      return value && (directory.categories.get(value)?.name ?? value);
    case 'institution':
      return value === undefined
        ? say.form.unknownInstitution.label
        : (directory.institutions.get(value)?.name ?? value);
    case 'files':
      return files.map((file) => file.name).join(', ') || undefined;
    default:
      return value;
  }
};

const visibilityOf = ({ say }: Visit, { values }: FormState): string => {
  const [isAnonymous, isConfidential] = [values.has('anonymous'), values.has('confidential')];
  if (isAnonymous && isConfidential) return say.visibility.both;
  if (isAnonymous) return say.visibility.anonymous;
  if (isConfidential) return say.visibility.confidential;
  return typedIn(values, 'name') === undefined ? say.visibility.nameless : say.visibility.neither;
};

const summaryRows = async (visit: Visit, site: VisitedSite, state: FormState): Promise<Html> => {
  const { say } = visit;
  const fields = fieldsOfSite(site.published).filter(
    ({ control }) => !['position', 'answers', 'switch', 'notice'].includes(control),
  );
  const rows = await Promise.all(
    fields.map(async (field) => {
      const value = await shownValue(visit, field, state);
      const shown =
        value === undefined
          ? html`<span class="quiet">${say.form.notGiven.label}</span>`
          : html`<span class="written">${value}</span>`;
      return html`<div>
        <dt>${say.fields[field.name].label}</dt>
        <dd>${shown}</dd>
      </div>`;
    }),
  );
  return html`<dl class="rows">
    ${rows}
    <div>
      <dt>${say.form.visibleTo.label}</dt>
      <dd>${visibilityOf(visit, state)}</dd>
    </div>
  </dl>`;
};

/** Personal data in what will be public: told while it can still be taken out. */
const personalData = ({ say }: Visit, { values }: FormState): Html => {
  const kinds = new Set(
    findPersonalData(`${values.get('title') ?? ''}\n${values.get('content') ?? ''}`).map(({ kind }) => kind),
  );
  return kinds.size === 0
    ? nothing
    : html`<div class="panel">
        <ul class="plain">
          ${[...kinds].map((kind) => html`<li>${say.personalData[kind]}</li>`)}
        </ul>
      </div>`;
};

/** Everything once more, the questions that follow from it, and the button that sends. */
export const checkPage = async (visit: Visit, site: VisitedSite, state: FormState): Promise<PageContent> => {
  const { say, language } = visit;
  const category = chosenCategory(visit, state.values);
  const asked = new Set(['exactRegion', ...(category?.questions.map(answerName) ?? [])]);
  const hasErrors = state.faults.length > 0;
  return {
    title: say.formStart.steps.check.title,
    hasErrors,
    keeps: true,
    status: hasErrors ? 422 : 200,
    body: html`${hasErrors ? errorSummary(say.formStart.errors.title, state.faults) : nothing}
      ${state.notice ?? nothing}
      <h1>${say.formStart.steps.check.title}</h1>
      <p class="lead">${say.form.checkIntroduction}</p>
      ${await summaryRows(visit, site, state)} ${personalData(visit, state)}
      <form method="post" action="${addressOf(visit, '')}?lang=${language}" enctype="multipart/form-data" novalidate>
        ${hidden('stamp', state.stamp)} ${carriedAlong(state, asked)} ${state.files.map(({ id }) => hidden('file', id))}
        ${await exactRegion(visit, state)} ${questions(visit, category, state)} ${trapField(say)}
        <p>
          <button type="submit" name="action" value="send">${say.form.send.label}</button>
          <button type="submit" class="second" name="action" value="edit">${say.form.edit.label}</button>
        </p>
      </form>`,
  };
};
