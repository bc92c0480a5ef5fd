import * as z from 'zod/mini';
import { Category } from '../../category.ts';
import { Identifier } from '../../fields/identifier.ts';
import { RegionCode } from '../../fields/region-code.ts';
import { writtenLine } from '../../fields/written-text.ts';
import { Institution, InstitutionKind } from '../../institution.ts';
import { PageQuery, pageOf } from '../../page.ts';
import { Region, RegionLevel } from '../../region.ts';
import { endpoint } from '../endpoint.ts';

const SearchText = writtenLine(1, 100);

/** Regions below a parent, or found by name. */
export const listRegions = endpoint({
  method: 'GET',
  path: '/v1/regions',
  tag: 'directory',
  callers: ['site', 'desk'],
  repetition: 'safe',
  query: z.extend(PageQuery, {
    /** Only regions directly below this one; with `q` all within it. */
    parent: z.optional(RegionCode),
    /** A name, or the beginning of one. */
    q: z.optional(SearchText),
    /** Only regions of this level. */
    level: z.optional(RegionLevel),
  }),
  answers: { 200: { schema: pageOf(Region) } },
  problems: ['cursorInvalid'],
});

/** What every endpoint about one region has. */
const aboutRegion = {
  method: 'GET',
  tag: 'directory',
  callers: ['site', 'desk'],
  repetition: 'safe',
  parameters: z.object({ code: RegionCode }),
  problems: ['notFound'],
} as const;

/** One region with the regions that it lies in. */
export const getRegion = endpoint({
  ...aboutRegion,
  path: '/v1/regions/{code}',
  answers: {
    200: {
      schema: z.extend(Region, {
        /** The regions that it lies in, the province first. */
        ancestors: z.array(Region),
      }),
    },
  },
});

/** The borders of a province's regencies, from which a form tells the regency around a point, and draws a map. */
export const getRegionBoundaries = endpoint({
  ...aboutRegion,
  path: '/v1/regions/{code}/boundaries',
  answers: {
    200: {
      mediaType: 'application/json',
      headers: z.object({
        /** Tag of this version, for `If-None-Match`. */
        etag: z.string(),
      }),
    },
  },
});

/** Institutions that reports can go to. */
export const listInstitutions = endpoint({
  method: 'GET',
  path: '/v1/institutions',
  tag: 'directory',
  callers: ['site', 'desk'],
  repetition: 'safe',
  query: z.extend(PageQuery, {
    /** Only institutions that belong to this one. */
    parent: z.optional(Identifier),
    /** Only institutions with authority over this region. */
    region: z.optional(RegionCode),
    /** Only institutions of this kind. */
    kind: z.optional(InstitutionKind),
    /** A part of the name, or what people call it. */
    q: z.optional(SearchText),
  }),
  answers: { 200: { schema: pageOf(Institution) } },
  problems: ['cursorInvalid'],
});

/** Subjects that a report can have, for one institution or in general. */
export const listCategories = endpoint({
  method: 'GET',
  path: '/v1/categories',
  tag: 'directory',
  callers: ['site', 'desk'],
  repetition: 'safe',
  query: z.extend(PageQuery, {
    /** Also what this institution alone offers. */
    institution: z.optional(Identifier),
    /** Only categories directly below this one. */
    parent: z.optional(Identifier),
    /** A part of the name. */
    q: z.optional(SearchText),
  }),
  answers: { 200: { schema: pageOf(Category) } },
  problems: ['cursorInvalid'],
});
