import * as z from 'zod/mini';
import { openSet } from './fields/open-set.ts';

/** One column of a table: its name, its type and what it means. Source: Frictionless Table Schema 1. */
export const DataField = z.object({
  name: z.string(),
  /** `string`, `integer`, `number`, `date` or `datetime`. */
  type: z.string(),
  title: z.string(),
  description: z.string(),
  constraints: z.optional(z.object({ required: z.boolean() })),
});
/** What {@link DataField} parses to. */
export type DataField = z.infer<typeof DataField>;

/** The data dictionary of a site's open data, as a Frictionless Data Package, which catalogues such as CKAN read. */
export const DataPackage = z.object({
  /** An open set. */
  profile: openSet(z.enum(['tabular-data-package'])),
  name: z.string(),
  title: z.string(),
  description: z.string(),
  created: z.string(),
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      format: z.string(),
      mediatype: z.string(),
      encoding: z.string(),
      profile: z.string(),
      schema: z.object({ fields: z.array(DataField), primaryKey: z.string(), missingValues: z.array(z.string()) }),
    }),
  ),
});
/** What {@link DataPackage} parses to. */
export type DataPackage = z.infer<typeof DataPackage>;
