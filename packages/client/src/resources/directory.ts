import type { Category, Institution, Region, RegionCode } from '@lapor/schemas';
import {
  type AnswerBody,
  getRegion,
  getRegionBoundaries,
  listCategories,
  listInstitutions,
  listRegions,
} from '@lapor/schemas/contract';
import type { Boundaries } from '@lapor/schemas/regions';
import { call } from '../http/call.ts';
import type { CallOptions } from '../http/call-options.ts';
import type { Connection } from '../http/connection.ts';
import { listOf, type ListQuery, type PagedList } from './paged-list.ts';
import { textOf } from './text-of.ts';

/** The regions of Indonesia, by Kemendagri codes. */
export interface Regions {
  /**
   * Regions below a parent, or found by name.
   *
   * @example const districts = await client.regions.list({ parent: '13.71', limit: 100 }).toArray();
   */
  list(query?: ListQuery<typeof listRegions>, options?: CallOptions): PagedList<Region>;
  /**
   * One region with the regions that it lies in, the province first.
   *
   * @example const { name, ancestors } = await client.regions.get('13.71');
   */
  get(code: RegionCode, options?: CallOptions): Promise<AnswerBody<typeof getRegion>>;
  /**
   * The borders of a province's regencies, for `regencyAt` of `@lapor/schemas/regions` and for maps.
   *
   * @example const guess = regencyAt({ latitude: -0.95, longitude: 100.35 }, await client.regions.boundaries('13'));
   */
  boundaries(provinceCode: RegionCode, options?: CallOptions): Promise<Boundaries>;
}

/** Makes {@link Regions} alone. @example const regions = createRegions(connect({ gateway, siteKey })); */
export const createRegions = (connection: Connection): Regions => ({
  list: (query, options) => listOf(query, options, (parts) => call(connection, listRegions, parts)),
  get: async (code, options) => (await call(connection, getRegion, { ...options, parameters: { code } })).body,
  boundaries: async (code, options) =>
    JSON.parse(await textOf(await call(connection, getRegionBoundaries, { ...options, parameters: { code } }))),
});

/** The institutions that reports can go to. */
export interface Institutions {
  /**
   * Institutions by parent, region, kind or name.
   *
   * @example for await (const { name } of client.institutions.list({ region: '13' })) console.log(name);
   */
  list(query?: ListQuery<typeof listInstitutions>, options?: CallOptions): PagedList<Institution>;
}

/** Makes {@link Institutions} alone. @example const institutions = createInstitutions(connect({ gateway, siteKey })); */
export const createInstitutions = (connection: Connection): Institutions => ({
  list: (query, options) => listOf(query, options, (parts) => call(connection, listInstitutions, parts)),
});

/** The subjects that a report can have. */
export interface Categories {
  /**
   * Categories in general, or with what one institution alone offers.
   *
   * @example const roads = await client.categories.list({ q: 'jalan' }).toArray();
   */
  list(query?: ListQuery<typeof listCategories>, options?: CallOptions): PagedList<Category>;
}

/** Makes {@link Categories} alone. @example const categories = createCategories(connect({ gateway, siteKey })); */
export const createCategories = (connection: Connection): Categories => ({
  list: (query, options) => listOf(query, options, (parts) => call(connection, listCategories, parts)),
});
