import { reportForm } from '@lapor/schemas/form';
import type { Plugin } from 'rollup';

/** A node of a syntax tree, as far as is looked at here. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

/**
 * The subjects whose sentences are only ever read by names that stand in the code: `say.form.send`, `'tooLong'`. Others are looked up by what the gateway or the
 * contract says, and stay whole.
 */
const readByName = new Set([
  'attachments',
  'deadlines',
  'fieldErrors',
  'form',
  'guidance',
  'receipt',
  'visibility',
  'way',
]);

/** Subjects that are looked up, of which a report needs a part: its own fields, and what people write with their own hands. */
const lookedUp: Readonly<Record<string, ReadonlySet<string>>> = {
  fields: new Set([...reportForm.map(({ name }) => name), 'answer']),
  formats: new Set(['email', 'date', 'phoneNumber', 'other']),
};

const isSentences = (id: string): boolean => /[/\\](messages|sentences)[/\\](id|en)[/\\]/.test(id);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const nodesIn = function* (node: Node): Generator<Node> {
  yield node;
  for (const part of Object.values(node).flat()) if (isNode(part)) yield* nodesIn(part);
};

/** The name that stands in a node: of a member, of a key, or a text. */
const nameOf = (node: unknown): string | undefined => {
  if (!isNode(node)) return undefined;
  const name = node['type'] === 'Literal' ? node['value'] : node['name'];
  return typeof name === 'string' ? name : undefined;
};

/** Every name by which a module may read something. */
const namesReadIn = (program: Node): Set<string> => {
  const names = new Set<string>();
  const add = (node: unknown): void => void names.add(nameOf(node) ?? '');
  for (const node of nodesIn(program)) {
    if (node.type === 'MemberExpression') add(node['property']);
    if (node.type === 'ObjectPattern') for (const { key } of node['properties'] as Node[]) add(key);
    if (node.type === 'Literal') add(node);
  }
  return names;
};

/** Remembers what the modules of a build read. */
export const rememberNames = (names: Map<string, Set<string>>): Plugin => ({
  name: 'remember-names',
  moduleParsed({ id, ast }) {
    if (ast && !isSentences(id)) names.set(id, namesReadIn(ast as unknown as Node));
  },
});

/** Leaves out the sentences whose names no other module of the build reads. */
export const withoutUnsaid = (names: ReadonlySet<string>): Plugin => ({
  name: 'without-unsaid-sentences',
  transform(code, id) {
    if (!isSentences(id)) return undefined;
    const { body } = this.parse(code) as unknown as { body: Node[] };
    const unsaid = body
      .map((statement) => (isNode(statement['declaration']) ? statement['declaration'] : statement))
      .flatMap((statement) => (statement['declarations'] ?? []) as Node[])
      .flatMap((declaration) => {
        const subject = nameOf(declaration['id']) ?? '';
        const said = lookedUp[subject] ?? (readByName.has(subject) ? names : undefined);
        const { properties = [] } = (declaration['init'] ?? {}) as { properties?: Node[] };
        return said ? properties.filter(({ key }) => key && !said.has(nameOf(key) ?? '')) : [];
      });
    // From the end, so that places before it stay true.
    return unsaid.reduceRight(
      (left, { start, end }) => left.slice(0, start) + left.slice(end).replace(/^\s*,/, ''),
      code,
    );
  },
});
