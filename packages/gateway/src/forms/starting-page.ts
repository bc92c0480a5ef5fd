import { messagesFor } from '@lapor/schemas/messages';
import { negotiateLanguage } from '../http/negotiate-language.ts';
import { html } from './html.ts';
import { answerPage } from './page-frame.ts';

/**
 * What a browser is told while the gateway starts: to wait a moment. Whoever has sent something is told how to come back
 * to what was typed, since reloading would show this page and not the form.
 *
 * @param retryAfter seconds after which it is worth asking again.
 */
export const startingPage = (request: Request, requestId: string, retryAfter: number): Response => {
  const language = negotiateLanguage(request.headers.get('accept-language'));
  const say = messagesFor(language);
  const { title } = say.formPages.starting;
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  return answerPage(
    { site: undefined, say, language },
    {
      title,
      status: 503,
      headers: { 'retry-after': String(retryAfter) },
      body: html`<h1>${title}</h1>
        <p>${isReading ? say.formPages.reloadSoon : say.formPages.goBack}</p>`,
    },
    { 'request-id': requestId },
  );
};
