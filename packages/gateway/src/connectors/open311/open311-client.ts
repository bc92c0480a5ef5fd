import type { FormData } from 'undici';
import type { Open311Settings } from '../../configuration/open311-settings.ts';
import { createUpstreamLine, type UpstreamAnswer } from '../upstream-line.ts';

/** One thing of a list: its members as texts, numbers or whatever stood there. */
export type Item = Readonly<Record<string, unknown>>;

/** What came of a call: the list that it answered, or why there is none. */
export type Open311Answer = UpstreamAnswer<{ readonly items: readonly Item[] }>;

/** Speaks GeoReport v2 as a program. */
export interface Open311Client {
  /** @param name of the list's items in XML: `request`, `request_update`, `service`. */
  get(path: string, query: Readonly<Record<string, string>>, name: string, signal: AbortSignal): Promise<Open311Answer>;
  /** @param marker a name for the attempt, for servers that know what to do with one. */
  post(
    path: string,
    form: URLSearchParams | FormData,
    name: string,
    marker: string,
    signal: AbortSignal,
  ): Promise<Open311Answer>;
  close(): Promise<void>;
}

const isObject = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const itemsOf = (value: unknown): Item[] => [value].flat().filter(isObject);

/** Reads lists; `undefined` comes of what is none. */
type ListReader = (text: string, name: string) => readonly Item[] | undefined;

/** The library is loaded with the first call to a server that speaks XML. */
const xmlReader = async (): Promise<ListReader> => {
  const { XMLParser, XMLValidator } = await import('fast-xml-parser');
  // Values stay texts: a number with zeros before it is another one without. Entities that a document declares are not followed.
  const parser = new XMLParser({
    parseTagValue: false,
    processEntities: true,
    htmlEntities: false,
    ignoreAttributes: true,
  });
  return (text, name) => {
    if (/<!DOCTYPE/i.test(text) || XMLValidator.validate(text) !== true) return undefined;
    const { '?xml': _, ...roots } = parser.parse(text) as Record<string, unknown>;
    const root = Object.values(roots)[0];
    if (root === '' || root === undefined) return [];
    return isObject(root) ? itemsOf(root[name]) : undefined;
  };
};

const jsonItems: ListReader = (text) => {
  try {
    const body: unknown = JSON.parse(text);
    return Array.isArray(body) ? itemsOf(body) : undefined;
  } catch {
    return undefined;
  }
};

/** A text member, however it was written; `undefined` for one that is empty or missing. */
export const textIn = (item: Item, name: string): string | undefined => {
  const value = item[name];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim() || undefined
    : undefined;
};

/** Refusals that are not about the report: a key, a limit, a proxy. */
const aboutUs = new Set([401, 403, 405, 407, 408, 429]);

/** Makes a client. The key goes into the bodies of calls that write, and nowhere else: no error cites it. */
export const createOpen311Client = (
  settings: Pick<Open311Settings, 'baseUrl' | 'apiKey' | 'jurisdictionId' | 'format' | 'concurrency'>,
): Open311Client => {
  const { apiKey, jurisdictionId, format } = settings;
  const line = createUpstreamLine(settings, aboutUs);
  const standing = jurisdictionId === undefined ? {} : { jurisdiction_id: jurisdictionId };
  const accept = format === 'json' ? 'application/json' : 'text/xml';

  let reader: Promise<ListReader> | undefined;

  const call = async (
    asked: { method: 'GET' | 'POST'; path: string; body: string | FormData | null; headers?: Record<string, string> },
    name: string,
    signal: AbortSignal,
  ): Promise<Open311Answer> => {
    const itemsIn = format === 'json' ? jsonItems : await (reader ??= xmlReader());
    return line.call({
      ...asked,
      headers: { accept, ...asked.headers },
      signal,
      read(text) {
        const items = itemsIn(text, name);
        return items && { items };
      },
      otherwise: `that is no ${format}`,
    });
  };

  return {
    get: (path, query, name, signal) =>
      call(
        {
          method: 'GET',
          path: `/${path}.${format}?${new URLSearchParams({ ...standing, ...query }).toString()}`,
          body: null,
        },
        name,
        signal,
      ),
    post(path, form, name, marker, signal) {
      for (const [field, value] of Object.entries({ ...standing, api_key: apiKey })) form.append(field, value);
      const isForm = form instanceof URLSearchParams;
      const headers = {
        'idempotency-key': marker,
        ...(isForm && { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }),
      };
      return call(
        { method: 'POST', path: `/${path}.${format}`, body: isForm ? form.toString() : form, headers },
        name,
        signal,
      );
    },
    close: () => line.close(),
  };
};
