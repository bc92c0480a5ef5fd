import { chooseNews, type NewsState, readNewsState } from '../notifications/news-choice.ts';
import { type NewsChoice, newsLink, readNewsLink } from '../notifications/news-link.ts';
import { type Html, html, nothing } from './html.ts';
import type { PageContent } from './page-frame.ts';
import type { FormBody } from './read-form-body.ts';
import type { Visit } from './visit.ts';

const choiceOf = ({ engine, request }: Visit): NewsChoice | undefined =>
  readNewsLink(engine.secret, new URL(request.url).searchParams);

const invalidPage = ({ say }: Visit): PageContent => ({
  title: say.news.page.invalid.title,
  status: 404,
  body: html`<h1>${say.news.page.invalid.title}</h1>
    <p>${say.news.page.invalidHelp}</p>`,
});

const sentenceOf = ({ say }: Visit, { channel, trackingId }: NewsChoice, state: NewsState): string => {
  const { page } = say.news;
  return state === 'on' ? page.on[channel]({ trackingId }) : page[state]({ trackingId });
};

const statePage = (visit: Visit, choice: NewsChoice, state: NewsState, isDone: boolean): PageContent => {
  const { engine, say, language } = visit;
  const { page } = say.news;
  const here = newsLink(engine, choice, language);
  const sentence: Html = html`<p>${sentenceOf(visit, choice, state)}</p>`;
  const button =
    state === 'on'
      ? html`<button type="submit" name="action" value="stop">${page.stop.label}</button>`
      : html`<button type="submit" class="second" name="action" value="resume">${page.resume.label}</button>`;
  return {
    title: page.heading.title,
    ...(!isDone && { otherLanguage: newsLink(engine, choice, language === 'id' ? 'en' : 'id') }),
    body: html`<h1>${page.heading.title}</h1>
      ${isDone ? html`<div class="panel done" tabindex="-1" autofocus role="status">${sentence}</div>` : sentence}
      ${state === 'over' ? nothing : html`<form method="post" action="${here}"><p>${button}</p></form>`}`,
  };
};

/** The page on which news of a report is stopped. Looking at it changes nothing: programs follow links ahead of people. */
export const newsPage = async (visit: Visit): Promise<PageContent> => {
  const choice = choiceOf(visit);
  if (choice === undefined) return invalidPage(visit);
  return statePage(visit, choice, await readNewsState(visit.engine.database, choice), false);
};

/**
 * Stops the news, or lets it be sent again. The address alone is enough, so that a mail program can do it for its user
 * with one press (RFC 8058): it can do nothing besides.
 */
export const postNews = async (visit: Visit, { values }: FormBody): Promise<PageContent> => {
  const choice = choiceOf(visit);
  if (choice === undefined) return invalidPage(visit);
  const isWanted = values.get('action') === 'resume';
  return statePage(visit, choice, await chooseNews(visit.engine.database, choice, isWanted), true);
};
