/**
 * Reads the docstrings of the schemas and of their members from the sources. Only comments hold them, so that no browser
 * carries them; from here they get into the OpenAPI document and the JSON Schemas.
 */
import type ts from 'typescript-5.9';
import type * as z from 'zod/mini';
import type { Endpoint } from '../src/contract/endpoint.ts';
import { nameSchemas } from '../src/contract/openapi/name-schemas.ts';
import { nouns } from '../src/contract/nouns.ts';
import { endpoints } from '../src/contract/table.ts';
import {
  commentBefore,
  createProgram,
  declarationOf,
  elementDeclarations,
  exportedType,
  memberType,
} from './source-comments.ts';

/** A schema as the value that runs. */
type Schema = z.ZodMiniType;

/** What lies inside a schema, by the kind of its definition, and what that adds to the path. */
const inside: Readonly<Record<string, readonly [member: string, step: string]>> = {
  optional: ['innerType', ''],
  nullable: ['innerType', ''],
  default: ['innerType', ''],
  array: ['element', '[]'],
  record: ['valueType', '{}'],
};

/** Walks through schemas as values and as types at once: the values know their names, the types their comments. */
class DocstringReader {
  readonly docstrings: Record<string, string> = {};
  readonly #names = nameSchemas(endpoints);
  readonly #seen = new Set<Schema>();
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** Notes the comment before a declaration. */
  note(path: string | undefined, declaration: ts.Declaration | undefined): void {
    const comment = commentBefore(declaration);
    if (path !== undefined && comment !== '') this.docstrings[path] = comment;
  }

  /** Goes into a schema once: under its own name, or where it has none under the path at which it was met. */
  visit(schema: Schema, type: ts.Type | undefined, path: string): void {
    const name = this.#names.get(schema);
    if (!type || (name !== undefined && this.#seen.has(schema))) return;
    this.#seen.add(schema);
    const definition = schema._zod.def as unknown as Record<string, unknown>;
    const types = memberType(this.#checker, type, '_zod', 'def');
    if (!types) return;
    const [member, step] = inside[schema._zod.def.type] ?? [];
    if (member !== undefined)
      this.visit(definition[member] as Schema, memberType(this.#checker, types, member), (name ?? path) + step);
    this.#visitProperties(
      definition['shape'] as Record<string, Schema> | undefined,
      memberType(this.#checker, types, 'shape'),
      name ?? path,
    );
    this.#visitOptions(
      definition['options'] as Schema[] | undefined,
      memberType(this.#checker, types, 'options'),
      name ?? path,
    );
  }

  #visitProperties(shape: Record<string, Schema> | undefined, type: ts.Type | undefined, path: string): void {
    for (const [name, schema] of Object.entries(shape ?? {})) {
      this.note(`${path}.${name}`, declarationOf(this.#checker, type?.getProperty(name)));
      this.visit(schema, type && memberType(this.#checker, type, name), `${path}.${name}`);
    }
  }

  #visitOptions(options: Schema[] | undefined, type: ts.Type | undefined, path: string): void {
    const types = type ? this.#checker.getTypeArguments(type as ts.TypeReference) : [];
    for (const [index, schema] of (options ?? []).entries()) this.visit(schema, types[index] ?? types[0], path);
  }

  /** Notes the comments before the members of a union, which stand where each is declared. */
  noteOptions(schema: Schema, declaration: ts.Declaration | undefined): void {
    const { options } = schema._zod.def as unknown as { options?: Schema[] };
    for (const [index, option] of elementDeclarations(this.#checker, declaration).entries()) {
      const member = options?.[index];
      if (member) this.note(this.#names.get(member), option);
    }
  }
}

/** The schemas of an endpoint, each by the names of the members that lead to it. */
const schemasOf = ({
  parameters,
  query,
  headers,
  request,
  answers,
}: Endpoint): [schema: Schema | undefined, ...path: string[]][] => [
  [parameters, 'parameters'],
  [query, 'query'],
  [headers, 'headers'],
  [request?.schema, 'request', 'schema'],
  ...Object.entries(answers).flatMap(([status, answer]): [Schema | undefined, ...string[]][] => [
    [answer.schema, 'answers', status, 'schema'],
    [answer.headers, 'answers', status, 'headers'],
  ]),
];

/** Every docstring by its path, as `describeSchema` takes them. */
export const readDocstrings = (): Readonly<Record<string, string>> => {
  const program = createProgram(['contract/nouns.ts', 'contract/table.ts']);
  const checker = program.getTypeChecker();
  const reader = new DocstringReader(checker);

  const nounTypes = exportedType(program, 'contract/nouns.ts', 'nouns');
  for (const [name, schema] of Object.entries(nouns)) {
    const declaration = declarationOf(checker, nounTypes.getProperty(name));
    reader.note(name, declaration);
    reader.noteOptions(schema, declaration);
    reader.visit(schema, memberType(checker, nounTypes, name), name);
  }
  const endpointTypes = exportedType(program, 'contract/table.ts', 'endpoints');
  for (const [id, endpoint] of Object.entries(endpoints)) {
    for (const [schema, ...path] of schemasOf(endpoint)) {
      if (schema) reader.visit(schema, memberType(checker, endpointTypes, id, ...path), id);
    }
  }
  return reader.docstrings;
};
