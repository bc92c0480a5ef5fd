import type { Language } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';
import { Feed } from 'feed';
import type { ReportRow } from '../reports/report-row.ts';
import { summaryOf, type ViewContext } from '../reports/report-summary.ts';
import type { SiteRecord } from '../sites/site-record.ts';

/** What a feed is made from. */
export interface FeedFacts {
  readonly site: SiteRecord;
  readonly rows: readonly ReportRow[];
  readonly view: ViewContext;
  readonly language: Language;
  /** Where the gateway is reached from outside. */
  readonly publicUrl: string;
  readonly siteKey: string;
  /** The feed's own address. */
  readonly selfUrl: string;
}

/** When the feed last changed: with its newest report, or with a report on it that moved. */
export const lastChangeOf = ({ site, rows }: Pick<FeedFacts, 'site' | 'rows'>): Date =>
  new Date(Math.max(Date.parse(site.createdAt), ...rows.map((row) => row.updated_at.getTime())));

/** XML 1.0 knows no control characters, no unpaired surrogates and no U+FFFE, however they are written. */
const writable = (text: string): string => text.toWellFormed().replace(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, '');

/** A reader shows titles and descriptions as HTML. What people wrote is text. */
const asHtml = (text: string): string =>
  writable(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The newest public reports as a feed. What is told of each is what the public list tells. */
export const feedOf = (
  { site, rows, view, language, publicUrl, siteKey, selfUrl }: FeedFacts,
  form: 'rss' | 'atom',
): string => {
  const { openData } = messagesFor(language);
  const institution = view.directory.reference(site.institutionId).name;
  const feed = new Feed({
    id: `${publicUrl}/v1/open-data/${siteKey}/reports.${form}`,
    title: writable(openData.title({ site: site.settings.name })),
    description: writable(openData.description({ institution })),
    link: `${publicUrl}/forms/${siteKey}`,
    feed: selfUrl,
    language,
    updated: lastChangeOf({ site, rows }),
    generator: false,
    author: { name: writable(institution) },
  });
  for (const row of rows) {
    const { trackingId, title, excerpt, status, owner, category } = summaryOf(row, view);
    feed.addItem({
      title: asHtml(title),
      // The address without a key stays when the key is changed: readers tell reports apart by it.
      id: `${publicUrl}/forms/status?number=${trackingId}`,
      guid: `${publicUrl}/forms/status?number=${trackingId}`,
      link: `${publicUrl}/forms/${siteKey}/status?number=${trackingId}`,
      description: `<p>${asHtml(excerpt)}</p><p>${asHtml(`${status.label}. ${owner.name}`)}</p>`,
      date: row.updated_at,
      published: row.received_at,
      ...(category && { category: [{ name: writable(category.name), term: category.id }] }),
    });
  }
  return form === 'rss' ? feed.rss2() : feed.atom1();
};
