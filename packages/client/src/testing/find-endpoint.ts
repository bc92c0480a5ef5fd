import { type Endpoint, endpoints, type OperationId } from '@lapor/schemas/contract';

/** An endpoint with the parameters that stood in the path. */
export interface FoundEndpoint {
  readonly operationId: OperationId;
  readonly endpoint: Endpoint;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Route extends Pick<FoundEndpoint, 'operationId' | 'endpoint'> {
  readonly pattern: RegExp;
}

/** Literal paths stand before those with parameters that fit as well. */
const routes: readonly Route[] = (Object.entries(endpoints) as [OperationId, Endpoint][])
  .map(([operationId, endpoint]) => ({
    operationId,
    endpoint,
    pattern: new RegExp(`^${endpoint.path.replaceAll('.', String.raw`\.`).replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  }))
  .sort((one, other) => one.endpoint.path.split('{').length - other.endpoint.path.split('{').length);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The endpoint that a call reaches, or the methods that there are at its path. */
export const findEndpoint = (method: string, path: string): FoundEndpoint | readonly string[] => {
  const fitting = routes.filter(({ pattern }) => pattern.test(path));
  const route = fitting.find(({ endpoint }) => endpoint.method === method);
  if (!route) return [...new Set(fitting.map(({ endpoint }) => endpoint.method))];
  const groups = Object.entries(route.pattern.exec(path)?.groups ?? {});
  return {
    operationId: route.operationId,
    endpoint: route.endpoint,
    parameters: Object.fromEntries(groups.map(([name, value]) => [name, decoded(value)])),
  };
};
