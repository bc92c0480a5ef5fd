import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Language } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';
import type { TellingOfMoment } from './moment-sentences.ts';

/** What a message says, before it has a form. */
export interface NewsContent {
  readonly language: Language;
  readonly trackingId: string;
  readonly title: string;
  readonly moments: readonly TellingOfMoment[];
  /** The name of the site whose report it is. */
  readonly site: string;
  readonly reportUrl: string;
  readonly unsubscribeUrl: string;
}

/** Colours of one's own would fight with those of a mail program's dark mode; the few rules here leave them to it. */
const style =
  ':root{color-scheme:light dark}body{margin:0;padding:16px;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}main,footer{max-width:36rem}h1{font-size:22px;line-height:1.25}footer{margin-top:32px;font-size:14px}.open{display:inline-block;padding:12px 20px;border:2px solid;border-radius:4px;font-weight:bold}';

/** The message as an HTML document of its own: no picture, no script, nothing that is fetched or counted. */
export const newsDocument = (content: NewsContent): string => {
  const { news } = messagesFor(content.language);
  const { trackingId, title, moments, site, reportUrl, unsubscribeUrl } = content;
  // Nothing here waits, so it gives no promise.
  const document = html`<!doctype html>
    <html lang="${content.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${moments.flatMap(({ sentences }) => sentences.map((sentence) => html`<p>${sentence}</p> `))}
          <p>${news.number.label}: <strong>${trackingId}</strong></p>
          <p><a class="open" href="${reportUrl}">${news.open.label}</a></p>
          <p>${news.key}</p>
        </main>
        <footer>
          <p>${news.automatic({ site })}</p>
          <p><a href="${unsubscribeUrl}">${news.stop.label}</a></p>
        </footer>
      </body>
    </html> ` as HtmlEscapedString;
  return document.toString();
};

/** The same as plain text, for mail programs and people that prefer it. */
export const newsText = ({
  language,
  trackingId,
  moments,
  site,
  reportUrl,
  unsubscribeUrl,
}: Omit<NewsContent, 'title'>): string => {
  const { news } = messagesFor(language);
  return `${[
    ...moments.map(({ sentences }) => sentences.join('\n')),
    `${news.number.label}: ${trackingId}`,
    `${news.open.label}:\n${reportUrl}`,
    news.key,
    `-- \n${news.automatic({ site })}`,
    `${news.stop.label}:\n${unsubscribeUrl}`,
  ].join('\n\n')}\n`;
};
