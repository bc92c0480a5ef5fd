import { type Attachment, type KnownStatusCode, type PublishedReport, TimeZone } from '@lapor/schemas';
import { formatBytes, formatMoment } from '@lapor/schemas/messages';
import { newsLink } from '../notifications/news-link.ts';
import { errorSummary, hidden, lineField } from './controls.ts';
import { deadlineList } from './deadline-list.ts';
import { actionForms, type ActionState } from './action-forms.ts';
import { type Html, html, nothing } from './html.ts';
import type { Fault } from './judge-report.ts';
import type { PageContent } from './page-frame.ts';
import { addressOf, type Visit } from './visit.ts';

/** What somebody typed to open a report. */
export interface Entrance {
  readonly number: string;
  readonly token: string;
  readonly faults: readonly Fault[];
}

/** The form for number and key. They are sent in the body: an address gets around. */
export const entranceForm = (visit: Visit, { number, token, faults }: Entrance): Html => {
  const { say, language } = visit;
  const errorOf = (id: string) => faults.find((fault) => fault.id === id)?.message;
  return html`<form method="post" action="${addressOf(visit, 'status')}?lang=${language}" novalidate autocomplete="off">
    ${lineField({ id: 'number', label: say.fields.trackingId.label, hint: say.fields.trackingId.hint, error: errorOf('number') }, number, { inputMode: 'numeric', maxLength: 64 })}
    ${lineField({ id: 'token', label: say.followUp.token.label, hint: say.followUp.token.hint, error: errorOf('token') }, token, { maxLength: 200 })}
    <p><button type="submit" name="action" value="open">${say.followUp.open.label}</button></p>
  </form>`;
};

/** The page on which a report is looked up. */
export const entrancePage = (visit: Visit, entrance: Entrance, status = 200): PageContent => {
  const { say, language } = visit;
  const hasErrors = entrance.faults.length > 0;
  const other = language === 'id' ? 'en' : 'id';
  const number = entrance.number ? `&number=${encodeURIComponent(entrance.number)}` : '';
  return {
    title: say.followUp.heading.title,
    hasErrors,
    status,
    ...(visit.request.method !== 'POST' && { otherLanguage: `${addressOf(visit, 'status')}?lang=${other}${number}` }),
    body: html`${hasErrors ? errorSummary(say.formStart.errors.title, entrance.faults) : nothing}
      <h1>${say.followUp.heading.title}</h1>
      <p class="lead">${say.followUp.introduction}</p>
      ${entranceForm(visit, entrance)}`,
  };
};

/** The zone in which a report's promises are counted; that of the site where it has none. */
const zoneOf = ({ site }: Visit, { deadlines }: PublishedReport): TimeZone =>
  TimeZone.options.find((zone) => zone === deadlines[0]?.timeZone) ?? site?.record.timeZone ?? 'Asia/Jakarta';

const attachmentList = ({ say, language }: Visit, attachments: readonly Attachment[]): Html =>
  attachments.length === 0
    ? nothing
    : html`<ul>
        ${attachments.map(({ name, bytes, url, scan }) => html`<li>${url ? html`<a href="${url}">${name}</a> (${formatBytes(bytes, language)})` : html`${name}: ${scan === 'refused' ? say.followUp.refused : say.followUp.pending}`}</li>`)}
      </ul>`;

const timeline = (visit: Visit, report: PublishedReport): Html => {
  const zone = zoneOf(visit, report);
  return html`<h2>${visit.say.followUp.timeline.title}</h2>
    <ol class="timeline">
      ${report.timeline.map(
        ({ at, summary, message, attachments = [] }) =>
          html`<li>
            <time datetime="${at}">${formatMoment(at, zone, visit.language)}</time
            >${summary}${message ? html`<div class="message">${message}</div>` : nothing}${attachmentList(visit, attachments)}
          </li>`,
      )}
    </ol>`;
};

const meaningOf = ({ say }: Visit, { status }: PublishedReport): string =>
  (say.statuses[status.code as KnownStatusCode] ?? say.statuses.unknown).meaning;

/** What the institution said last: what its reporter has come to read, and judges by. */
const latestAnswer = ({ say }: Visit, report: PublishedReport): Html => {
  const answer = report.timeline.findLast(({ type, message }) => type === 'responded' && message !== undefined);
  return answer === undefined
    ? nothing
    : html`<h3>${say.followUp.answer.title}</h3>
        <p class="written">${answer.message}</p>`;
};

/** What everybody may know of a report: how it stands, who has it, and what it answered. */
const standing = (visit: Visit, report: PublishedReport): Html => {
  const { say } = visit;
  return html`<div class="panel">
      <h2>${report.status.label}</h2>
      <p>${meaningOf(visit, report)}</p>
      ${report.status.rawLabel && report.status.rawLabel !== report.status.label ? html`<p>${say.foreignStatus({ rawLabel: report.status.rawLabel })}</p>` : nothing}
      <dl>
        <dt>${say.followUp.owner.label}</dt>
        <dd>${report.owner.name}</dd>
      </dl>
      ${latestAnswer(visit, report)}
    </div>
    ${report.mergedInto ? html`<p>${say.followUp.merged({ into: report.mergedInto })}</p>` : nothing}
    ${report.ombudsmanOffered ? html`<p><strong>${say.guidance.ombudsman({ trackingId: report.trackingId })}</strong></p>` : nothing}`;
};

/** Until when what is due. */
const promises = (visit: Visit, report: PublishedReport): Html => {
  const deadlines = deadlineList(visit, report.deadlines);
  return deadlines === nothing
    ? nothing
    : html`<h2>${visit.say.followUp.deadlines.title}</h2>
        ${deadlines}`;
};

const ownPart = (visit: Visit, report: PublishedReport): Html => {
  const { say } = visit;
  const { own, place } = report;
  const where = [place?.landmark, place?.regionName].filter(Boolean).join(', ');
  return html`<h2>${say.followUp.own.title}</h2>
    <h3>${report.title}</h3>
    <p class="written">${own?.content ?? report.content ?? ''}</p>
    ${where ? html`<p class="quiet">${where}</p>` : nothing}
    ${
      own && own.attachments.length > 0
        ? html`<h3>${say.followUp.attachments.title}</h3>
            ${attachmentList(visit, own.attachments)}`
        : nothing
    }`;
};

/** Where news of the report is stopped and asked for again, for whoever left an address for it. */
const newsPart = ({ engine, say, language }: Visit, { trackingId, own }: PublishedReport): Html => {
  const { email, phone, notifyBy } = own?.reporter ?? {};
  const [channel] = engine.newsChannels
    .filter((name) => (name === 'email' ? email : phone) !== undefined)
    .toSorted((one, other) => Number(other === notifyBy) - Number(one === notifyBy));
  return channel === undefined || own?.anonymous
    ? nothing
    : html`<p><a href="${newsLink(engine, { trackingId, channel }, language)}">${say.news.page.settings.label}</a></p>`;
};

/** A report as its reporter sees it, with everything that the reporter can do. */
export const ownReportPage = (
  visit: Visit,
  token: string,
  report: PublishedReport,
  { action, done, notice, status = 200 }: { action?: ActionState; done?: string; notice?: Html; status?: number } = {},
): PageContent => {
  const { say, language } = visit;
  const faults = action?.faults ?? [];
  return {
    title: say.followUp.report.title({ trackingId: report.trackingId }),
    hasErrors: faults.length > 0,
    status,
    body: html`${faults.length > 0 ? errorSummary(say.formStart.errors.title, faults) : nothing} ${notice ?? nothing}
      ${
        done
          ? html`<div class="panel done" tabindex="-1" autofocus role="status">
              <p><strong>${done}</strong></p>
            </div>`
          : nothing
      }
      <h1>${say.followUp.report.title({ trackingId: report.trackingId })}</h1>
      ${standing(visit, report)} ${actionForms(visit, token, report, action)} ${promises(visit, report)}
      ${timeline(visit, report)} ${ownPart(visit, report)} ${newsPart(visit, report)}
      <form method="post" action="${addressOf(visit, 'status')}?lang=${language}">
        ${hidden('number', report.trackingId)}${hidden('token', token)}
        <p><button type="submit" class="second" name="action" value="open">${say.followUp.refresh.label}</button></p>
      </form>`,
  };
};

/** A report as everybody may see it, with the form by which its reporter gets further. */
export const publicReportPage = (visit: Visit, report: PublishedReport): PageContent => {
  const { say, language } = visit;
  const other = language === 'id' ? 'en' : 'id';
  return {
    title: say.followUp.report.title({ trackingId: report.trackingId }),
    otherLanguage: `${addressOf(visit, 'status')}?lang=${other}&number=${report.trackingId}`,
    body: html`<h1>${say.followUp.report.title({ trackingId: report.trackingId })}</h1>
      <p class="lead">${report.title}</p>
      ${report.content ? html`<p class="written">${report.content}</p>` : nothing} ${standing(visit, report)}
      ${promises(visit, report)} ${timeline(visit, report)}
      <h2>${say.followUp.heading.title}</h2>
      <p>${say.followUp.publicView}</p>
      ${entranceForm(visit, { number: report.trackingId, token: '', faults: [] })}`,
  };
};
