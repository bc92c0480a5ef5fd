import type { Statistics } from '@lapor/schemas';
import {
  type AnswerBody,
  exportReportsAsCsv,
  exportReportsAsJson,
  getAtomFeed,
  getDataPackage,
  getOpenStatistics,
  getRssFeed,
  type QueryInput,
} from '@lapor/schemas/contract';
import { call } from '../http/call.ts';
import type { CallOptions } from '../http/call-options.ts';
import type { Connection } from '../http/connection.ts';
import { listOf, type ListQuery, type PagedList } from './paged-list.ts';
import { textOf } from './text-of.ts';

/** One row of an export. */
export type OpenReport = AnswerBody<typeof exportReportsAsJson>['items'][number];

/** What a site publishes of its reports, for portals and researchers. It is asked for by the site's publishable key. */
export interface OpenData {
  /** Every public report as one table in CSV. @example const csv = await client.openData.csv('pk_demo_sumbar'); */
  csv(siteKey: string, query?: QueryInput<typeof exportReportsAsCsv>, options?: CallOptions): Promise<string>;
  /** The same rows, page by page. @example for await (const row of client.openData.rows('pk_demo_sumbar')) keep(row); */
  rows(siteKey: string, query?: ListQuery<typeof exportReportsAsJson>, options?: CallOptions): PagedList<OpenReport>;
  /** What every column means. @example const { resources } = await client.openData.describe('pk_demo_sumbar'); */
  describe(siteKey: string, options?: CallOptions): Promise<AnswerBody<typeof getDataPackage>>;
  /** Public figures. @example const { total } = await client.openData.statistics('pk_demo_sumbar'); */
  statistics(siteKey: string, query?: QueryInput<typeof getOpenStatistics>, options?: CallOptions): Promise<Statistics>;
  /** The newest public reports as RSS. @example const xml = await client.openData.rss('pk_demo_sumbar'); */
  rss(siteKey: string, query?: QueryInput<typeof getRssFeed>, options?: CallOptions): Promise<string>;
  /** The same as Atom. @example const xml = await client.openData.atom('pk_demo_sumbar'); */
  atom(siteKey: string, query?: QueryInput<typeof getAtomFeed>, options?: CallOptions): Promise<string>;
}

/** Makes {@link OpenData} alone. @example const openData = createOpenData(connect({ gateway, siteKey })); */
export const createOpenData = (connection: Connection): OpenData => {
  const of = (siteKey: string) => ({ parameters: { siteKey } });
  return {
    csv: async (siteKey, query = {}, options = {}) =>
      textOf(await call(connection, exportReportsAsCsv, { ...options, ...of(siteKey), query })),
    rows: (siteKey, query, options) =>
      listOf(query, options, (parts) => call(connection, exportReportsAsJson, { ...parts, ...of(siteKey) })),
    describe: async (siteKey, options) => (await call(connection, getDataPackage, { ...options, ...of(siteKey) })).body,
    statistics: async (siteKey, query = {}, options = {}) =>
      (await call(connection, getOpenStatistics, { ...options, ...of(siteKey), query })).body,
    rss: async (siteKey, query = {}, options = {}) =>
      textOf(await call(connection, getRssFeed, { ...options, ...of(siteKey), query })),
    atom: async (siteKey, query = {}, options = {}) =>
      textOf(await call(connection, getAtomFeed, { ...options, ...of(siteKey), query })),
  };
};
