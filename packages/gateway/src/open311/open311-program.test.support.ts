import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { TestGateway } from '../both-databases.test.support.ts';

/** An answer of the Open311 door, in the form in which it came. */
export interface ProgramAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every kind
  readonly body: any;
}

const lists = new Set(['service', 'attribute', 'value', 'request', 'request_update', 'error', 'endpoint', 'format']);

const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  htmlEntities: false,
  isArray: (name) => lists.has(name),
});

/** XML as an object. @throws Error when it is not well-formed. */
export const readXml = (text: string): Record<string, unknown> => {
  const fault = XMLValidator.validate(text);
  if (fault !== true) throw new Error(`not well-formed: ${fault.err.msg}\n${text}`);
  return parser.parse(text) as Record<string, unknown>;
};

/** A foreign program that speaks GeoReport v2: it knows addresses and parameters, and nothing of the gateway. */
export const openProgram = ({ gateway }: Pick<TestGateway, 'gateway'>, standing: Record<string, string> = {}) => {
  const answerOf = async (request: Request): Promise<ProgramAnswer> => {
    const response = await gateway.fetch(request, { address: '127.0.0.1' });
    const text = await response.text();
    const isXml = response.headers.get('content-type')?.includes('xml') ?? false;
    const body: unknown = text === '' ? undefined : isXml ? readXml(text) : JSON.parse(text);
    return { status: response.status, headers: response.headers, text, body };
  };
  const address = (path: string): string => `http://localhost:1708/open311/v2/${path}`;
  return {
    get(path: string, query: Record<string, string> = {}, headers: Record<string, string> = {}) {
      const search = new URLSearchParams({ ...standing, ...query }).toString();
      return answerOf(new Request(`${address(path)}${search && `?${search}`}`, { headers }));
    },
    post(path: string, fields: Record<string, string> | [string, string][], headers: Record<string, string> = {}) {
      const body = new URLSearchParams([
        ...Object.entries(standing),
        ...(Array.isArray(fields) ? fields : Object.entries(fields)),
      ]);
      return answerOf(new Request(address(path), { method: 'POST', body, headers }));
    },
    postForm(path: string, body: FormData) {
      for (const [name, value] of Object.entries(standing)) body.append(name, value);
      return answerOf(new Request(address(path), { method: 'POST', body }));
    },
  };
};
