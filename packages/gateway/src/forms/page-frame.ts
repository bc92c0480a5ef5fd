import { type Html, html, nothing, raw } from './html.ts';
import { styleOf } from './style.ts';
import { themeOf } from './theme.ts';
import { addressOf, type Visit } from './visit.ts';

/** One page before it is framed. */
export interface PageContent {
  readonly title: string;
  readonly body: Html;
  /** True when something on the page has to be corrected: its title says so first, as a screen reader reads it first. */
  readonly hasErrors?: boolean;
  /** Where the same page is in the other language. Left out where going there would lose what was typed. */
  readonly otherLanguage?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Whether a browser may keep the page to come back to. What was typed into it is kept with it.
   *
   * @default false
   */
  readonly keeps?: boolean;
}

/** Nothing from elsewhere, no script at all, and nobody may put the page into a frame. */
const policy = (digest: string): string =>
  [
    "default-src 'none'",
    `style-src ${digest}`,
    // An empty picture stands for the icon, which every browser would ask for otherwise.
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** What the frame of a page has to know. Without a site it needs no gateway: it can be shown while there is none yet. */
export type Framed = Pick<Visit, 'say' | 'language'> & (Pick<Visit, 'site' | 'engine'> | { readonly site: undefined });

const head = (visit: Framed, { otherLanguage }: PageContent): Html => {
  const { say, language } = visit;
  const other = language === 'id' ? 'en' : 'id';
  return html`<header>
    <div>
      <p>
        ${visit.site ? html`<a class="site" href="${addressOf(visit, '')}">${visit.site.published.name}</a>` : 'SP4N-LAPOR!'}
      </p>
      ${otherLanguage === undefined ? nothing : html`<p><a href="${otherLanguage}" lang="${other}" hreflang="${other}">${say.formPages.otherLanguage.label}</a></p>`}
    </div>
  </header>`;
};

const foot = ({ site, say }: Framed): Html => {
  const { sms, nationalPage, others = [] } = site?.published.channels ?? { sms: { number: '1708' } };
  return html`<footer>
    <div>
      <h2>${say.formPages.otherWays.title}</h2>
      ${sms ? html`<p>${say.guidance.sms(sms)}</p>` : nothing}
      ${nationalPage ? html`<p><a href="${nationalPage}" rel="noreferrer">${say.guidance.nationalPage}</a></p>` : nothing}
      ${
        others.length > 0
          ? html`<ul>
              ${others.map(({ label, url }) => html`<li><a href="${url}" rel="noreferrer">${label}</a></li>`)}
            </ul>`
          : nothing
      }
      <p><strong>${say.guidance.emergency}</strong></p>
    </div>
  </footer>`;
};

/** A whole page as an answer: framed, with a policy that allows its style and nothing else. */
export const answerPage = (visit: Framed, page: PageContent, common: Readonly<Record<string, string>>): Response => {
  const { site, say, language } = visit;
  const style = styleOf(themeOf(site?.published.theme));
  const title = [
    page.hasErrors ? `${say.formPages.errorPrefix.label}: ${page.title}` : page.title,
    site?.published.name ?? 'SP4N-LAPOR!',
  ];
  const text = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title.join(' - ')}</title>
        <link rel="icon" href="data:," />
        ${raw(`<style>${style.text}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">${say.formPages.skip.label}</a>
        ${head(visit, page)}
        <main id="main">${page.body}</main>
        ${foot(visit)}
      </body>
    </html> `;
  return new Response(text.toString(), {
    status: page.status ?? 200,
    headers: {
      ...(common['request-id'] !== undefined && { 'request-id': common['request-id'] }),
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': policy(style.digest),
      // A page of our own tells our other pages where it stands, so that a form posted from it has an origin; nobody else learns anything.
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      vary: 'Accept-Language',
      // A page that a browser may not keep comes back empty when somebody goes back to it, and with it what was typed.
      'cache-control': page.keeps ? 'private, no-cache' : 'no-store',
      ...page.headers,
    },
  });
};
