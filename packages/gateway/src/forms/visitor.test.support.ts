import type { Gateway } from '../create-gateway.ts';
import { testKeys } from '../test-gateway.test.support.ts';

/** A page as a visitor's browser got it. */
export interface SeenPage {
  readonly status: number;
  readonly url: string;
  readonly headers: Headers;
  readonly html: string;
}

/** What a visitor puts into a form; a list where several controls share a name. */
export type Filled = Readonly<Record<string, string | Blob | readonly (string | Blob)[]>>;

const unescape = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined => {
  const [, value] = new RegExp(` ${name}="([^"]*)"`).exec(tag) ?? [];
  return value === undefined ? undefined : unescape(value);
};

/** What a form holds already, as a browser would send it. */
export const valuesIn = (form: string): [string, string][] => {
  const values: [string, string][] = [];
  for (const [tag, select, options, area, text] of form.matchAll(
    /<input [^>]*>|<select ([^>]*)>(.*?)<\/select>|<textarea ([^>]*)>\n?(.*?)<\/textarea>/gs,
  )) {
    if (area !== undefined) values.push([attribute(` ${area}`, 'name') ?? '', unescape(text ?? '')]);
    else if (select !== undefined) {
      const chosen = /<option [^>]*selected[^>]*>/.exec(options ?? '')?.[0];
      values.push([attribute(` ${select}`, 'name') ?? '', chosen ? (attribute(chosen, 'value') ?? '') : '']);
    } else {
      const type = attribute(tag, 'type');
      if (type === 'file' || ((type === 'radio' || type === 'checkbox') && !/ checked/.test(tag))) continue;
      values.push([attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '']);
    }
  }
  return values;
};

/** The forms of a page that have a button of that value. */
const formWith = (html: string, action: string): string => {
  const form = [...html.matchAll(/<form .*?<\/form>/gs)]
    .map(([text]) => text)
    .find((text) => text.includes(`value="${action}"`));
  if (form === undefined)
    throw new Error(`There is no button \`${action}\` on the page: ${/<main.*?<\/main>/s.exec(html)?.[0]}`);
  return form;
};

const multipart = (values: readonly [string, string | Blob][]): FormData => {
  const body = new FormData();
  for (const [name, value] of values) body.append(name, value);
  return body;
};

/** Somebody who visits the gateway's pages with a browser that runs no script. */
export const createVisitor = (gateway: () => Gateway, { address = '127.0.0.1', accept = 'text/html' } = {}) => {
  const origin = 'http://localhost:1708';

  const ask = async (path: string, init: RequestInit = {}): Promise<SeenPage> => {
    const url = new URL(path, origin).href;
    const headers = new Headers(init.headers);
    if (!headers.has('accept')) headers.set('accept', accept);
    if (!headers.has('accept-language')) headers.set('accept-language', 'id');
    const response = await gateway().fetch(new Request(url, { ...init, headers }), { address });
    if (response.status === 303) return ask(response.headers.get('location') ?? '');
    return { status: response.status, url, headers: response.headers, html: await response.text() };
  };

  return {
    ask,
    open: (page = '', key: string = testKeys.site) => ask(`/forms/${key}${page}`),
    /** Fills in a form of the page and presses the button of that value. */
    press: async (
      page: SeenPage,
      action: string,
      filled: Filled = {},
      headers: Record<string, string> = { origin },
    ): Promise<SeenPage> => {
      const form = formWith(page.html, action);
      const values: [string, string | Blob][] = valuesIn(form).filter(([name]) => !(name in filled));
      for (const [name, value] of Object.entries(filled)) for (const one of [value].flat()) values.push([name, one]);
      values.push(['action', action]);
      const isMultipart = /enctype="multipart/.test(form);
      const body = isMultipart ? multipart(values) : new URLSearchParams(values as [string, string][]);
      return ask(attribute(form, 'action') ?? '', { method: 'POST', body, headers });
    },
  };
};

/** A report that a visitor writes, invented. */
export const typedReport = {
  classification: 'complaint',
  title: 'Lampu jalan padam di Jalan Melati',
  content: 'Tiga lampu di depan pasar padam sejak Senin malam.\r\n\r\nPejalan kaki kesulitan.',
  region: '13.71',
};

/** What stands beside a control as its fault. */
export const faultAt = ({ html }: SeenPage, id: string): string | undefined =>
  new RegExp(`id="${id}-error">([^<]*)<`).exec(html)?.[1];

/** The number on a receipt. */
export const numberOn = ({ html }: SeenPage): string => /class="key large">(\d+)</.exec(html)?.[1] ?? '';

/** The key on a receipt. */
export const tokenOn = ({ html }: SeenPage): string => /class="key">(rt_[\w-]+)</.exec(html)?.[1] ?? '';
