import type { Endpoint } from '@lapor/schemas/contract';

/** What an endpoint is called in errors: method and path template, which name nobody's report. */
export const operationOf = ({ method, path }: Endpoint): string => `${method} ${path}`;
