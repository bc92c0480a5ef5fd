import type { Question } from '@lapor/schemas';
import { formatDay } from '@lapor/schemas/messages';
import { html, type TemplateResult } from 'lit';
import { answerName, canAsk, choiceName } from '../report/answer-names.ts';
import { choicesField } from './choices-field.ts';
import { describedBy, type FieldFrame, badge, notes } from './field.ts';
import type { LaterView } from './field-frames.ts';
import { selectField } from './select-field.ts';
import { lineField, textField } from './text-fields.ts';

/** More choices than these are a list to open. */
const mostRadios = 6;
/** A longer text gets several lines. */
const longestLine = 120;

/** Some of a few, all to be seen. The first control carries the field's id, so that a link to the fault leads into the group. */
const severalField = (frame: FieldFrame, question: Question, { values }: LaterView): TemplateResult =>
  html`<fieldset class="field ${frame.error ? 'wrong' : ''}" part="field" aria-describedby=${describedBy(frame)}>
    <legend part="label">${frame.label} ${badge(frame)}</legend>
    ${notes(frame)}
    ${(question.options ?? []).map(({ value, label }, index) => {
      const name = choiceName(question, value);
      const id = index === 0 ? frame.id : name;
      return html`<div class="choice">
        <input type="checkbox" id=${id} name=${name} value="yes" .checked=${values[name] !== undefined} />
        <label for=${id}>${label}</label>
      </div>`;
    })}
  </fieldset>`;

const questionField = (view: LaterView, question: Question): TemplateResult => {
  const { first, say, values, faults } = view;
  const { label, hint, required, options = [], maxLength = 500 } = question;
  const id = answerName(question);
  const value = values[id];
  const frame: FieldFrame = {
    id,
    label,
    hint,
    error: faults.find((fault) => fault.id === id)?.message,
    optional: required ? undefined : first.formStart.optional.label,
  };
  switch (question.type) {
    case 'number':
      return lineField(frame, value, { inputMode: 'decimal' });
    case 'date':
      return lineField(frame, value, { type: 'date' });
    case 'boolean':
      return choicesField(frame, value, [
        { value: 'yes', label: say.form.yes.label },
        { value: 'no', label: say.form.no.label },
      ]);
    case 'choice':
      return options.length > mostRadios
        ? selectField(frame, value, say.form.choose.label, [{ choices: options }])
        : choicesField(frame, value, options);
    case 'choices':
      return severalField(frame, question, view);
    default:
      return maxLength > longestLine ? textField(frame, value, 3) : lineField(frame, value);
  }
};

/** The further questions of a category. */
export const questionFields = (view: LaterView, questions: readonly Question[]): TemplateResult =>
  html`<div class="questions">
    <h4>${view.say.form.questions.title}</h4>
    ${questions.filter(canAsk).map((question) => questionField(view, question))}
  </div>`;

const shownAnswer = ({ say, values, language }: LaterView, question: Question): string | undefined => {
  const value = values[answerName(question)];
  const { options = [] } = question;
  if (question.type === 'choices')
    return options
      .filter((option) => values[choiceName(question, option.value)] !== undefined)
      .map(({ label }) => label)
      .join(', ');
  if (value === undefined) return undefined;
  if (question.type === 'boolean') return (value === 'yes' ? say.form.yes : say.form.no).label;
  if (question.type === 'date') return formatDay(value, language);
  return options.find((option) => option.value === value)?.label ?? value;
};

/** What was answered, in words. */
export const shownAnswers = (view: LaterView, questions: readonly Question[]) =>
  questions.filter(canAsk).map((question) => [question.label, shownAnswer(view, question)] as const);
