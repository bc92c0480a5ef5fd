import type { Problem, ProblemCode } from '@lapor/schemas';
import { buildOpenApi, type Endpoint, endpoints, type OperationId } from '@lapor/schemas/contract';

interface Documented {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly responses: Readonly<
              Record<string, { readonly content?: Readonly<Record<string, { readonly example?: unknown }>> }>
            >;
          }
        >
      >
    >
  >;
  readonly components: { readonly examples: Readonly<Record<string, { readonly value: unknown }>> };
}

let document: Documented | undefined;

/** The contract with its examples. Made when the first is needed: that takes some tenths of a second. */
const documented = (): Documented => (document ??= buildOpenApi() as unknown as Documented);

/** The first status with which an endpoint succeeds. */
export const successStatusOf = ({ answers }: Endpoint): number => Number(Object.keys(answers)[0]);

/** The contract's own example of an answer, anew for each who asks; `undefined` where it has none. */
export const exampleAnswer = (operationId: OperationId): unknown => {
  const endpoint: Endpoint = endpoints[operationId];
  const responses = documented().paths[endpoint.path]?.[endpoint.method.toLowerCase()]?.responses;
  return structuredClone(responses?.[successStatusOf(endpoint)]?.content?.['application/json']?.example);
};

/** The contract's own example of a problem, in Indonesian. */
export const exampleProblem = (code: ProblemCode): Problem =>
  structuredClone(documented().components.examples[code]?.value) as Problem;
