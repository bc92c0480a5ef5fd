import { html as tagged, raw as trusted } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of a page. What was put into it is escaped. */
export type Html = HtmlEscapedString;

/** What stands in the sources is laid out for reading; what is sent is not. What people wrote is never in these parts. */
const packed = new WeakMap<TemplateStringsArray, readonly string[]>();

const pack = (parts: TemplateStringsArray): TemplateStringsArray => {
  const known = packed.get(parts) ?? parts.map((part) => part.replace(/\s+/g, ' ').replace(/ \/?>/g, '>'));
  packed.set(parts, known);
  return known as unknown as TemplateStringsArray;
};

/** Escapes everything that is put into it, pieces of pages excepted. Nothing here waits, so it gives no promise. */
export const html = (parts: TemplateStringsArray, ...values: readonly unknown[]): Html =>
  tagged(pack(parts), ...values) as Html;

/** A text of our own that is markup already. */
export const raw = trusted;

/** Nothing. */
export const nothing = raw('');

/** What people wrote in several lines, with the lines kept. It stands where the style sheet keeps white space. */
export const written = (text: string): Html => html`<p class="written">${text}</p>`;
