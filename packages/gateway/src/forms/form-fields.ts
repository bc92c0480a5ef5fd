import { attachmentTypes, Classification, NotificationChannel } from '@lapor/schemas';
import { calendarDateIn } from '@lapor/schemas/clock';
import { type FormField, isRequiredAt } from '@lapor/schemas/form';
import { readableTypes } from '../attachments/readable-types.ts';
import { categoryChoices, institutionChoices, regionChoices } from './choices-of-site.ts';
import {
  choicesField,
  type FieldFrame,
  filesField,
  hidden,
  lineField,
  selectField,
  switchField,
  textField,
} from './controls.ts';
import type { FormState } from './form-state.ts';
import { type Html, html, nothing, written } from './html.ts';
import { typedIn } from './report-of-values.ts';
import type { Visit, VisitedSite } from './visit.ts';

/** The files that are kept, each to be taken out again. */
export const keptFilesList = ({ say }: Visit, { files }: Pick<FormState, 'files'>): Html =>
  files.length === 0
    ? nothing
    : html`<fieldset class="field">
        <legend>${say.formPages.keptFiles.label}</legend>
        ${files.map(
          ({ id, name }) =>
            html`${hidden('file', id)}
              <p>${name}</p>
              <div class="choice">
                <input type="checkbox" id="remove-${id}" name="removeFile" value="${id}" />
                <div><label for="remove-${id}">${say.form.removeFile.label({ name })}</label></div>
              </div>`,
        )}
      </fieldset>`;

const isNewsChoice = (value: string): value is NotificationChannel =>
  NotificationChannel.options.includes(value as NotificationChannel);

/** The privacy notice, whole and at hand, and the box to be ticked where the site asks for consent. */
const noticeField = ({ say }: Visit, { published }: VisitedSite, frame: FieldFrame, isTicked: boolean): Html => {
  const { controller, text, contact, url, basis } = published.privacyNotice;
  return html`<h3>${say.fields.privacyNotice.label}</h3>
    <p>${say.form.noticeBy({ institution: controller })} ${say.form.noticeContact({ name: contact })}</p>
    <details>
      <summary>${say.form.noticeOfLabel.label}</summary>
      ${written(text)}${url ? html`<p><a href="${url}" rel="noreferrer">${url}</a></p>` : nothing}
    </details>
    ${basis === 'consent' ? switchField({ id: frame.id, label: say.form.consent.label, error: frame.error }, isTicked) : nothing}`;
};

const filesFieldOf = ({ say }: Visit, { record }: VisitedSite, frame: FieldFrame, state: FormState): Html => {
  const { attachments } = record.limits;
  const types = readableTypes(attachments);
  const hint = say.attachments.allowed({
    types: types.map((type) => attachmentTypes[type][0].slice(1).toUpperCase()),
    maximumCount: attachments.maxCount,
    maximumBytes: attachments.maxTotalBytes,
  });
  return html`${keptFilesList({ say } as Visit, state)}${filesField({ ...frame, hint: `${frame.hint} ${hint}` }, types)}`;
};

/** One field of the form as markup. Fields that need script, and those that are asked on the next page, are left out. */
export const formField = async (visit: Visit, site: VisitedSite, field: FormField, state: FormState): Promise<Html> => {
  const { say, now } = visit;
  const { limits } = site.record;
  const { name: id } = field;
  const value = state.values.get(id) ?? '';
  const { label, hint } = say.fields[id];
  const frame: FieldFrame = {
    id,
    label,
    hint,
    error: state.faults.find((fault) => fault.id === id)?.message,
    optional: isRequiredAt(field, site.record) ? undefined : say.formStart.optional.label,
  };
  switch (field.control) {
    case 'radios': {
      const options = Classification.options.map((one) => ({
        value: one,
        label: say.classifications[one].label,
        hint: say.classifications[one].help,
      }));
      return choicesField(frame, 'radio', [value], options);
    }
    case 'line':
      return lineField(frame, value, {
        autocomplete: field.autocomplete,
        maxLength: id === 'title' ? limits.titleMax : id === 'landmark' ? 255 : 100,
      });
    case 'text':
      return textField(frame, value, { maxLength: limits.contentMax });
    case 'email':
    case 'telephone':
      return lineField(frame, value, {
        type: field.control === 'email' ? 'email' : 'tel',
        autocomplete: field.autocomplete,
        maxLength: field.control === 'email' ? 254 : 40,
      });
    case 'news': {
      const options = [...(site.published.newsChannels ?? []), 'none'].flatMap((one) =>
        isNewsChoice(one) ? [{ value: one, label: say.newsChoices[one].label }] : [],
      );
      return choicesField({ ...frame, hint: say.newsChoices.hint }, 'radio', [value], options);
    }
    case 'date':
      return lineField(frame, value, { type: 'date', max: calendarDateIn(now, site.record.timeZone) });
    case 'region':
      return selectField(
        frame,
        value,
        say.form.unknownRegion.label,
        await regionChoices(visit, site, value || undefined),
      );
    case 'category':
      return selectField(frame, value, say.form.noCategory.label, categoryChoices(visit, site));
    case 'institution':
      return selectField(frame, value, say.form.unknownInstitution.label, institutionChoices(visit, site));
    case 'files':
      return filesFieldOf(visit, site, frame, state);
    case 'switch': {
      const isAnonymous = id === 'anonymous';
      const switched = isAnonymous ? say.form.anonymousSwitch.label : say.form.confidentialSwitch.label;
      const meaning = isAnonymous ? say.visibility.anonymous : say.visibility.confidential;
      return switchField({ id, label: switched, hint: meaning, error: frame.error }, state.values.has(id));
    }
    case 'notice':
      return noticeField(visit, site, frame, typedIn(state.values, id) !== undefined);
    case 'position':
    case 'answers':
      return nothing;
  }
};
