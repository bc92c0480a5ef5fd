import type { Refusal } from '../refusal/refusal.ts';
import { problemOf } from '../http/answer-problem.ts';
import { type Html, html, nothing } from './html.ts';
import type { PageContent } from './page-frame.ts';
import { addressOf, type Visit } from './visit.ts';

/** What helps somebody who is not a program. */
const helpFor = (visit: Visit, { code }: Refusal): Html => {
  const { say, request, language } = visit;
  const back = request.method === 'POST' ? html`<p>${say.formPages.goBack}</p>` : nothing;
  const begin = visit.site
    ? html`<p><a class="button" href="${addressOf(visit, '')}?lang=${language}">${say.formStart.heading.title}</a></p>`
    : nothing;
  if (code === 'malformedRequest' || code === 'mediaTypeUnsupported')
    return html`<p>${say.formPages.cannotRead}</p>
      ${back}${begin}`;
  if (code === 'originNotAllowed')
    return html`<p>${say.formPages.foreignPage}</p>
      ${begin}`;
  return back;
};

/** Codes whose usual words are for developers. */
const ownWords = new Set(['malformedRequest', 'mediaTypeUnsupported', 'originNotAllowed']);

/** What a refusal is called on a page. What could not be read is no matter of types or of bodies to people: it was not sent. */
const titleOf = ({ say, request }: Visit, { code }: Refusal): string => {
  const isUnread = code === 'malformedRequest' || code === 'mediaTypeUnsupported';
  if (!isUnread || request.method !== 'POST') return say.problems[code].title;
  return new URL(request.url).pathname.endsWith('/status') ? say.followUp.notDone.title : say.form.notSent.title;
};

/** A refusal as a page: what went wrong, in words, and what to do. */
export const refusalPage = (visit: Visit, refusal: Refusal): PageContent => {
  const { detail, status, instance } = problemOf(refusal, visit.requestId, visit.language);
  const title = titleOf(visit, refusal);
  const { retryAfter, headers } = refusal.notes;
  return {
    title,
    status,
    headers: { ...headers, ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }) },
    body: html`<h1>${title}</h1>
      ${ownWords.has(refusal.code) ? nothing : html`<p>${detail}</p>`} ${helpFor(visit, refusal)}
      ${refusal.code === 'unexpected' ? html`<p class="quiet">${instance}</p>` : nothing}`,
  };
};
