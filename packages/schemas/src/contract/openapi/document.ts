import { problemCodes } from '../../problem.ts';
import { WebhookEvent } from '../../webhook-event.ts';
import { docstrings } from '../docstrings.ts';
import { documentation } from '../documentation/documentation.ts';
import { answerHeaders, requestHeaders } from '../documentation/headers.ts';
import { information } from '../documentation/information.ts';
import { securitySchemes } from '../documentation/security.ts';
import { anyGateway, type Server } from '../documentation/servers.ts';
import { tagDocumentation } from '../documentation/tags.ts';
import type { Endpoint, Tag } from '../endpoint.ts';
import { IdempotencyKey } from '../implied-headers.ts';
import { problemsOf } from '../implied-problems.ts';
import { endpoints, type OperationId } from '../table.ts';
import { componentSchemas, type ComponentSchemas } from './component-schemas.ts';
import { operation } from './operation.ts';
import { byStatus, problemExample, problemResponse, responseName } from './problem-responses.ts';
import { webhooks } from './webhooks.ts';

type Fields = Record<string, unknown>;

/** The part of the contract that a gateway offers, and where. */
export interface OpenApiOptions {
  /**
   * The endpoints to describe. A gateway that is no sandbox leaves out those of the sandbox.
   *
   * @default endpoints
   */
  readonly table?: Readonly<Partial<Record<OperationId, Endpoint>>>;
  /**
   * Where the gateway stands.
   *
   * @default a placeholder for the gateway of any region
   */
  readonly servers?: readonly Server[];
}

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: typeof information;
  readonly servers: readonly Server[];
  readonly tags: readonly { readonly name: Tag; readonly description: string; readonly 'x-displayName': string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly webhooks: Readonly<Record<string, unknown>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

type Entries = readonly [id: OperationId, endpoint: Endpoint][];

const tagsOf = (entries: Entries): OpenApiDocument['tags'] => {
  const used = new Set([...entries.map(([, { tag }]) => tag), 'webhooks']);
  return (Object.keys(tagDocumentation) as Tag[])
    .filter((name) => used.has(name))
    .map((name) => ({
      name,
      'x-displayName': tagDocumentation[name].title,
      description: tagDocumentation[name].description,
    }));
};

const pathsOf = (entries: Entries, schemas: ComponentSchemas): OpenApiDocument['paths'] => {
  const paths: Record<string, Record<string, Fields>> = {};
  for (const [id, endpoint] of entries) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operation(id, endpoint, documentation[id], schemas),
    };
  }
  return paths;
};

const responsesOf = (entries: Entries): Fields => {
  const groups = entries.flatMap(([, endpoint]) => [...byStatus(problemsOf(endpoint)).values()]);
  const notModified = {
    description: 'Nothing has changed since the answer that `If-None-Match` names.',
    headers: { ETag: { $ref: '#/components/headers/ETag' } },
  };
  return { notModified, ...Object.fromEntries(groups.map((codes) => [responseName(codes), problemResponse(codes)])) };
};

const examplesOf = (entries: Entries): Fields => {
  const used = new Set(entries.flatMap(([, endpoint]) => problemsOf(endpoint)));
  return Object.fromEntries(problemCodes.filter((code) => used.has(code)).map((code) => [code, problemExample(code)]));
};

const parametersOf = ({ refer }: ComponentSchemas): Fields => ({
  ...requestHeaders,
  IdempotencyKey: { ...requestHeaders.IdempotencyKey, schema: refer(IdempotencyKey) },
});

/**
 * Writes the contract as an OpenAPI 3.1 document. The same table gives the same document, member for member.
 *
 * @example buildOpenApi({ servers: [{ url: 'https://lapor.sumbarprov.example' }] })
 */
export const buildOpenApi = ({ table = endpoints, servers = anyGateway }: OpenApiOptions = {}): OpenApiDocument => {
  const entries = Object.entries(table) as [OperationId, Endpoint][];
  const schemas = componentSchemas(Object.fromEntries(entries), docstrings);
  return {
    openapi: '3.1.0',
    info: information,
    servers,
    tags: tagsOf(entries),
    paths: pathsOf(entries, schemas),
    webhooks: webhooks(schemas.expand(WebhookEvent, 'output')),
    components: {
      schemas: Object.fromEntries(Object.entries(schemas.components).filter(([name]) => schemas.used.has(name))),
      responses: responsesOf(entries),
      parameters: parametersOf(schemas),
      examples: examplesOf(entries),
      headers: answerHeaders,
      securitySchemes,
    },
  };
};
