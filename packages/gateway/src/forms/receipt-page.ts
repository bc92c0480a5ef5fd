import type { PublishedReport } from '@lapor/schemas';
import { formatMoment } from '@lapor/schemas/messages';
import { hidden } from './controls.ts';
import { deadlineList } from './deadline-list.ts';
import { html } from './html.ts';
import type { PageContent } from './page-frame.ts';
import { type TicketFacts, ticketMinutes } from './receipt-ticket.ts';
import { addressOf, type Visit, type VisitedSite } from './visit.ts';

/** The receipt: the number, the key, who has the report, and until when. */
export const receiptPage = (
  visit: Visit,
  site: VisitedSite,
  { trackingId, token }: TicketFacts,
  report: PublishedReport,
): PageContent => {
  const { say, language } = visit;
  return {
    title: say.receipt.heading.title,
    body: html`<div class="panel done">
        <h1>${say.receipt.heading.title}</h1>
        <dl>
          <dt>${say.receipt.number.label}</dt>
          <dd class="key large">${trackingId}</dd>
          <dt>${say.receipt.token.label}</dt>
          <dd class="key">${token}</dd>
        </dl>
        <p><strong>${say.receipt.keep}</strong></p>
        <p>${say.receipt.follow({ address: `${visit.engine.publicUrl}/forms/status` })}</p>
        <p>${say.receipt.secret}</p>
      </div>
      <dl>
        <dt>${say.receipt.status.label}</dt>
        <dd>${report.status.label}</dd>
        <dt>${say.receipt.owner.label}</dt>
        <dd>${report.owner.name}</dd>
        <dt>${say.receipt.receivedAt.label}</dt>
        <dd>${formatMoment(report.receivedAt, site.record.timeZone, language)}</dd>
      </dl>
      <h2>${say.receipt.next.title}</h2>
      ${deadlineList(visit, report.deadlines)}
      <form method="post" action="${addressOf(visit, 'status')}?lang=${language}">
        ${hidden('number', trackingId)}${hidden('token', token)}
        <p><button type="submit" name="action" value="open">${say.receipt.open.label}</button></p>
      </form>
      <p class="quiet noprint">${say.receipt.again({ minutes: ticketMinutes })}</p>
      <p class="noprint"><a href="${addressOf(visit, '')}?lang=${language}">${say.form.newReport.label}</a></p>`,
  };
};

/** Said instead of a receipt when its ticket is too old, or was never one. */
export const expiredReceiptPage = (visit: Visit): PageContent => ({
  title: visit.say.receipt.expired.title,
  status: 410,
  body: html`<h1>${visit.say.receipt.expired.title}</h1>
    <p>${visit.say.receipt.expiredHelp}</p>
    <p>
      <a class="button" href="${addressOf(visit, 'status')}?lang=${visit.language}"
        >${visit.say.formStart.follow.label}</a
      >
    </p>`,
});
