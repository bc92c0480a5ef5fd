import { randomUUID } from 'node:crypto';
import { attachmentTypes, type PublishedReport } from '@lapor/schemas';
import type { KeptUpload } from '../attachments/kept-uploads.ts';
import { readableTypes } from '../attachments/readable-types.ts';
import { limitsOf } from '../sites/site-record.ts';
import { choicesField, type FieldFrame, filesField, hidden, textField } from './controls.ts';
import { keptFilesList } from './form-fields.ts';
import { type Html, html, nothing } from './html.ts';
import type { Fault } from './judge-report.ts';
import { addressOf, type Visit } from './visit.ts';

/** What a reporter can do from the page of a report. */
export const reporterActions = ['confirm', 'dispute', 'reply', 'withdraw'] as const;
/** One of {@link reporterActions}. */
export type ReporterActionName = (typeof reporterActions)[number];

/** An action that was tried and has to be corrected: what was typed, and what is wrong. */
export interface ActionState {
  readonly name: ReporterActionName;
  readonly values: URLSearchParams;
  readonly files: readonly KeptUpload[];
  readonly attempt: string;
  readonly faults: readonly Fault[];
}

const ratings = ({ say }: Visit) => {
  const { five, four, three, two, one } = say.followUp.ratings;
  return [five, four, three, two, one].map(({ label }, index) => ({ value: String(5 - index), label }));
};

const filesPart = (visit: Visit, id: string, state: ActionState | undefined): Html => {
  const { say, site } = visit;
  const { attachments } = site?.record.limits ?? limitsOf({ name: '' });
  if (site?.record.features.attachments === false) return nothing;
  const types = readableTypes(attachments);
  const hint = say.attachments.allowed({
    types: types.map((type) => attachmentTypes[type][0].slice(1).toUpperCase()),
    maximumCount: attachments.maxCount,
    maximumBytes: attachments.maxTotalBytes,
  });
  const error = state?.faults.find((fault) => fault.id === id)?.message;
  const frame = { id, label: say.fields.attachments.label, hint, error, optional: say.formStart.optional.label };
  return html`${state ? keptFilesList(visit, state) : nothing}${filesField(frame, types)}`;
};

/** The fields of one action. Their names begin with the action's, because several stand on the same page. */
const fieldsOf = (visit: Visit, name: ReporterActionName, state: ActionState | undefined): Html => {
  const { say, site } = visit;
  const maxLength = (site?.record.limits ?? limitsOf({ name: '' })).messageMax;
  const frame = (part: string, { label, hint }: { label: string; hint?: string }, isOptional = false): FieldFrame => ({
    id: `${name}-${part}`,
    label,
    hint,
    error: state?.faults.find(({ id }) => id === `${name}-${part}`)?.message,
    optional: isOptional ? say.formStart.optional.label : undefined,
  });
  const text = (part: string) => state?.values.get(`${name}-${part}`) ?? '';
  switch (name) {
    case 'reply':
      return html`${textField(frame('message', say.fields.message), text('message'), { maxLength, short: true })}${filesPart(visit, 'reply-attachments', state)}`;
    case 'confirm':
      return html`${choicesField(frame('rating', say.fields.rating), 'radio', [text('rating')], ratings(visit))}${textField(frame('comment', say.followUp.comment, true), text('comment'), { maxLength, short: true })}`;
    case 'dispute':
      return html`${textField(frame('reason', say.fields.reason), text('reason'), { maxLength, short: true })}${filesPart(visit, 'dispute-attachments', state)}`;
    case 'withdraw':
      return html`<p>${say.followUp.withdrawWarning}</p>
        ${textField(frame('reason', say.fields.reason, true), text('reason'), { maxLength, short: true })}`;
  }
};

/** One action behind its title, open where something in it has to be corrected. */
const actionForm = (
  visit: Visit,
  token: string,
  report: PublishedReport,
  name: ReporterActionName,
  state: ActionState | undefined,
): Html => {
  const { say, language } = visit;
  return html`<details class="act" ${state ? html` open` : nothing}>
    <summary>${say.followUp[name].title}</summary>
    <form
      method="post"
      action="${addressOf(visit, 'status')}?lang=${language}"
      enctype="multipart/form-data"
      novalidate
    >
      ${hidden('number', report.trackingId)}${hidden('token', token)}${hidden('attempt', state?.attempt ?? randomUUID())}
      ${fieldsOf(visit, name, state)}
      <p>
        <button type="submit" ${name === 'withdraw' ? html` class="second"` : nothing} name="action" value="${name}">
          ${say.followUp[name].label}
        </button>
      </p>
    </form>
  </details>`;
};

/** Everything that the reporter can do now. */
export const actionForms = (
  visit: Visit,
  token: string,
  report: PublishedReport,
  tried: ActionState | undefined,
): Html => {
  const { say } = visit;
  const allowed = reporterActions.filter((name) => report.own?.allowedActions.includes(name));
  return html`<h2>${say.followUp.actions.title}</h2>
    ${allowed.length === 0 ? html`<p>${say.followUp.unchanged}</p>` : allowed.map((name) => actionForm(visit, token, report, name, tried?.name === name ? tried : undefined))}`;
};
