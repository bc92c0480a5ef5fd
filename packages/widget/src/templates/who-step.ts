import { html, nothing, type TemplateResult } from 'lit';
import { choicesField } from './choices-field.ts';
import { frameOf, hasField, type LaterView } from './field-frames.ts';
import { switchField } from './switch-field.ts';
import { lineField } from './text-fields.ts';

const notice = (view: LaterView): unknown => {
  const { say, site, values } = view;
  const { privacyNotice } = site;
  if (!privacyNotice) return nothing;
  const { controller, contact, text, url, basis } = privacyNotice;
  const { error } = frameOf(view, 'privacyNotice');
  return html`<h4>${say.fields.privacyNotice.label}</h4>
    <p>${say.form.noticeBy({ institution: controller })} ${say.form.noticeContact({ name: contact })}</p>
    <details>
      <summary>${say.form.noticeOfLabel.label}</summary>
      <p class="written">${text}</p>
      ${url ? html`<p><a href=${url} target="_blank" rel="noreferrer">${url}</a></p>` : nothing}
    </details>
    ${
      basis === 'consent'
        ? switchField({ id: 'privacyNotice', label: say.form.consent.label, error }, values.privacyNotice !== undefined)
        : nothing
    }`;
};

const ways = ['email', 'sms', 'none'] as const;

/** How reporters want to hear of news, by the ways on which the site can tell them. */
const news = (view: LaterView): unknown => {
  const { say, site, values } = view;
  const offered = ways.filter((way) => way === 'none' || site.newsChannels?.includes(way));
  return choicesField(
    { ...frameOf(view, 'notifyBy'), hint: say.newsChoices.hint },
    values.notifyBy,
    offered.map((value) => ({ value, label: say.newsChoices[value].label })),
  );
};

/** The third step: who reports, and who may see what. Nothing of it has to be filled in unless the site insists. */
export const whoStep = (view: LaterView): TemplateResult => {
  const { say, values } = view;
  return html`<p>${say.form.contactHint}</p>
    ${lineField(frameOf(view, 'name'), values.name, { autocomplete: 'name' })}
    ${lineField(frameOf(view, 'email'), values.email, { type: 'email', autocomplete: 'email' })}
    ${lineField(frameOf(view, 'phone'), values.phone, { type: 'tel', autocomplete: 'tel' })}
    ${hasField(view, 'notifyBy') ? news(view) : nothing}
    ${
      hasField(view, 'anonymous')
        ? switchField(
            { id: 'anonymous', label: say.form.anonymousSwitch.label, hint: say.visibility.anonymous },
            values.anonymous !== undefined,
          )
        : nothing
    }
    ${
      hasField(view, 'confidential')
        ? switchField(
            { id: 'confidential', label: say.form.confidentialSwitch.label, hint: say.visibility.confidential },
            values.confidential !== undefined,
          )
        : nothing
    }
    <p class="hint">${say.visibility.limits}</p>
    ${notice(view)}`;
};
