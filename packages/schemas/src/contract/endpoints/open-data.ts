import * as z from 'zod/mini';
import { DataPackage } from '../../data-package.ts';
import { OpenReport } from '../../open-report.ts';
import { Cursor, pageOf } from '../../page.ts';
import { Statistics } from '../../statistics.ts';
import { endpoint } from '../endpoint.ts';
import { ReportQuery } from './reports.ts';
import { getStatistics } from './statistics.ts';

/**
 * The site whose data is asked for, by its publishable key. It stands in the path because readers of feeds and
 * harvesters of catalogues send an address and nothing else.
 */
export const OpenDataParameters = z.object({
  siteKey: z.string().check(z.regex(/^pk_[A-Za-z0-9_-]{1,128}$/)),
});

const { q: _q, cursor: _cursor, limit: _limit, ...filters } = ReportQuery.shape;

/** The filters of an export: those of the public list, without a search for words. */
export const OpenDataQuery = z.strictObject(filters);

/** Every public report of the site's region as one table, newest first. */
export const exportReportsAsCsv = endpoint({
  method: 'GET',
  path: '/v1/open-data/{siteKey}/reports.csv',
  tag: 'open-data',
  callers: ['anyone'],
  repetition: 'safe',
  parameters: OpenDataParameters,
  query: OpenDataQuery,
  answers: { 200: { mediaType: 'text/csv; charset=utf-8; header=present' } },
  problems: ['notFound'],
});

/** The same rows in pages. */
export const exportReportsAsJson = endpoint({
  method: 'GET',
  path: '/v1/open-data/{siteKey}/reports.json',
  tag: 'open-data',
  callers: ['anyone'],
  repetition: 'safe',
  parameters: OpenDataParameters,
  query: z.strictObject({
    ...filters,
    cursor: z.optional(Cursor),
    /** How many at most, 1 to 1,000. */
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1000)), 100),
  }),
  answers: { 200: { schema: pageOf(OpenReport) } },
  problems: ['notFound', 'cursorInvalid'],
});

/** What every column means. */
export const getDataPackage = endpoint({
  method: 'GET',
  path: '/v1/open-data/{siteKey}/datapackage.json',
  tag: 'open-data',
  callers: ['anyone'],
  repetition: 'safe',
  parameters: OpenDataParameters,
  answers: { 200: { schema: DataPackage } },
  problems: ['notFound'],
});

/** Public figures without a key in a header. */
export const getOpenStatistics = endpoint({
  method: 'GET',
  path: '/v1/open-data/{siteKey}/statistics.json',
  tag: 'open-data',
  callers: ['anyone'],
  repetition: 'safe',
  parameters: OpenDataParameters,
  query: getStatistics.query,
  answers: { 200: { schema: Statistics } },
  problems: ['notFound'],
});

const feedHeaders = z.object({
  /** Tag of this version, for `If-None-Match`. */
  etag: z.string(),
  /** When one of its reports moved last, for `If-Modified-Since`. */
  'last-modified': z.string(),
});

/** The newest public reports, for readers of feeds. */
export const getRssFeed = endpoint({
  method: 'GET',
  path: '/v1/open-data/{siteKey}/reports.rss',
  tag: 'open-data',
  callers: ['anyone'],
  repetition: 'safe',
  parameters: OpenDataParameters,
  query: OpenDataQuery,
  answers: { 200: { mediaType: 'application/rss+xml; charset=utf-8', headers: feedHeaders } },
  problems: ['notFound'],
});

/** The same as Atom. */
export const getAtomFeed = endpoint({
  method: 'GET',
  path: '/v1/open-data/{siteKey}/reports.atom',
  tag: 'open-data',
  callers: ['anyone'],
  repetition: 'safe',
  parameters: OpenDataParameters,
  query: OpenDataQuery,
  answers: { 200: { mediaType: 'application/atom+xml; charset=utf-8', headers: feedHeaders } },
  problems: ['notFound'],
});
