import type { SiteChannels } from '@lapor/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import type { LaterSentences } from '../sentences/later-sentences.ts';

/** The other ways to report, offered while this one is shut. */
export const otherWays = (say: LaterSentences, { sms, nationalPage }: SiteChannels): TemplateResult =>
  html`${sms ? html`<p>${say.guidance.sms(sms)}</p>` : nothing}
  ${
    nationalPage
      ? html`<p><a href=${nationalPage} target="_blank" rel="noreferrer">${say.guidance.nationalPage}</a></p>`
      : nothing
  }`;

/** That the report waits on this device, and what can be done meanwhile. It never says that it has arrived. */
export const queuedStep = (say: LaterSentences, channels: SiteChannels, again: () => void): TemplateResult =>
  html`<div class="waiting" part="queued">
      <h2 id="step" tabindex="-1">${say.way.queued.title}</h2>
      <p>${say.way.queued.text}</p>
    </div>
    ${otherWays(say, channels)}
    <p><button type="button" part="button" @click=${again}>${say.form.newReport.label}</button></p>`;
