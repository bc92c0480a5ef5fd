/** What stands in an answer: texts, numbers, yes or no, nothing; and objects and lists of these. */
export type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Value[]
  | { readonly [name: string]: Value };

/** What no XML 1.0 document may hold, whatever it is written as: controls, halves of surrogate pairs, two non-characters. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser turns a bare one into a line feed.
  '\r': '&#13;',
};

const escaped = (text: string): string =>
  text.replace(forbidden, '\uFFFD').replace(/[&<>"\r]/g, (sign) => entities[sign] ?? sign);

/** The element of each item of a list, by the list's own name: the JSON of GeoReport leaves it out. */
export const itemNames: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
};

const element = (name: string, value: Value): string => {
  if (value === undefined) return '';
  if (value === null || value === '') return `<${name}/>`;
  return `<${name}>${contentOf(name, value)}</${name}>`;
};

const contentOf = (name: string, value: Exclude<Value, null | undefined>): string => {
  if (typeof value !== 'object') return escaped(String(value));
  if (Array.isArray(value))
    return (value as readonly Value[]).map((item) => element(itemNames[name] ?? 'item', item)).join('');
  return Object.entries(value)
    .map(([part, inner]) => element(part, inner))
    .join('');
};

/** Writes an answer as XML: elements only, as GeoReport v2 has them. What is not there is an empty element. */
export const writeXml = (root: string, value: Exclude<Value, null | undefined>): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<${root}>${contentOf(root, value)}</${root}>\n`;
