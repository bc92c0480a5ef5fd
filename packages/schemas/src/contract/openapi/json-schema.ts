import type * as z from 'zod/mini';

/** A JSON Schema (draft 2020-12) as OpenAPI 3.1 embeds it. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Where a component stands in the document. */
export const referenceTo = (name: string): string => `#/components/schemas/${name}`;
