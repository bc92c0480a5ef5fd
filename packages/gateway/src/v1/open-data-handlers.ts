import { fillPath, endpoints } from '@lapor/schemas/contract';
import type { Engine } from '../engine/engine.ts';
import { entityTag } from '../http/entity-tag.ts';
import type { Handlers } from '../http/handlers.ts';
import { siteOfKey } from '../http/site-of-key.ts';
import type { RequestContext } from '../http/request-context.ts';
import { csvOf } from '../open-data/csv-of.ts';
import { dataPackageOf } from '../open-data/data-package-of.ts';
import { feedOf, lastChangeOf } from '../open-data/feed-of.ts';
import { openReportOf } from '../open-data/open-report.ts';
import { type OpenDataFilters, publicRows } from '../open-data/public-rows.ts';
import { Refusal } from '../refusal/refusal.ts';
import { listPublicReports } from '../reports/list-reports.ts';
import { viewContextOf } from '../reports/view-context.ts';
import type { SiteRecord } from '../sites/site-record.ts';
import type { ReadStatistics } from '../statistics/read-statistics.ts';

/** Reports in a feed. */
const feedLength = 50;

/** Open data is for every page and every cache. Five minutes old is new enough for a reader of feeds. */
const forEverybody = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' } as const;

/** @throws Refusal `notFound` also when the site shows no reports to the public. */
const openSite = async (engine: Engine, siteKey: string): Promise<SiteRecord> => {
  const { site } = await siteOfKey(engine, siteKey);
  if (!site.features.publicList) throw new Refusal('notFound');
  return site;
};

/** Public reports as files, feeds and figures, for those who have nothing but an address. */
export const openDataHandlers = (engine: Engine, readStatistics: ReadStatistics): Handlers => {
  const feed = async (form: 'rss' | 'atom', siteKey: string, filters: OpenDataFilters, context: RequestContext) => {
    const site = await openSite(engine, siteKey);
    const region = filters.region ?? site.regionCode;
    const { rows } = await listPublicReports(engine.database, { ...filters, region, limit: feedLength }, site.timeZone);
    const { pathname, search } = new URL(context.request.url);
    const body = feedOf(
      {
        site,
        rows,
        view: await viewContextOf(engine, context),
        language: context.language,
        publicUrl: engine.publicUrl,
        siteKey,
        selfUrl: `${engine.publicUrl}${pathname}${search}`,
      },
      form,
    );
    const headers = {
      ...forEverybody,
      vary: 'Accept-Language',
      etag: entityTag(body),
      'last-modified': lastChangeOf({ site, rows }).toUTCString(),
    };
    return { status: 200 as const, body, headers };
  };

  return {
    async exportReportsAsCsv({ parameters: { siteKey }, query }, context) {
      const site = await openSite(engine, siteKey);
      const view = await viewContextOf(engine, context);
      const portions = publicRows(engine.database, site, query);
      // What the database does not take, or that it is away, can only be told before the answer has begun.
      const first = await portions.next();
      const rows = async function* () {
        if (!first.done) yield first.value.map((row) => openReportOf(row, view));
        for await (const portion of portions) yield portion.map((row) => openReportOf(row, view));
      };
      const headers = {
        ...forEverybody,
        vary: 'Accept-Language',
        'content-disposition': `attachment; filename="lapor-${site.id.replace(/[^\w.-]/g, '-')}.csv"`,
        'x-content-type-options': 'nosniff',
      };
      const outcome = { status: 200 as const, body: csvOf(rows()), headers };
      return outcome;
    },

    async exportReportsAsJson({ parameters: { siteKey }, query }, context) {
      const site = await openSite(engine, siteKey);
      const region = query.region ?? site.regionCode;
      const { rows, nextCursor } = await listPublicReports(engine.database, { ...query, region }, site.timeZone);
      const view = await viewContextOf(engine, context);
      const outcome = {
        status: 200 as const,
        body: { items: rows.map((row) => openReportOf(row, view)), nextCursor },
        headers: forEverybody,
      };
      return outcome;
    },

    async getDataPackage({ parameters: { siteKey } }, { language }) {
      const site = await openSite(engine, siteKey);
      const directory = await engine.directory.get();
      const csvUrl = `${engine.publicUrl}${fillPath(endpoints.exportReportsAsCsv.path, { siteKey })}`;
      const facts = {
        site,
        institution: directory.reference(site.institutionId).name,
        language,
        // A description changes when the site does; with the moment of reading it would never be the same twice.
        now: site.createdAt,
        csvUrl,
      };
      const outcome = { status: 200 as const, body: dataPackageOf(facts), headers: forEverybody };
      return outcome;
    },

    async getOpenStatistics({ parameters: { siteKey }, query: { period, ...slice } }, { language }) {
      const { regionCode, timeZone } = await openSite(engine, siteKey);
      const region = slice.region ?? regionCode;
      const body = await readStatistics({ slice: { ...slice, region }, period, language, timeZone });
      const outcome = { status: 200 as const, body, headers: forEverybody };
      return outcome;
    },

    getRssFeed: ({ parameters: { siteKey }, query }, context) => feed('rss', siteKey, query, context),
    getAtomFeed: ({ parameters: { siteKey }, query }, context) => feed('atom', siteKey, query, context),
  };
};
