import { html } from './html.ts';

/** Hashes of files by their names, in the sense of Subresource Integrity: `lapor.js` → `sha384-…`. */
export type Integrity = Readonly<Record<string, string>>;

/** The folder of an address, as an import map may name it, and the name in it. */
const partsOf = (script: string): readonly [folder: string, name: string] => {
  // Behind its address a CMS may put a version.
  const [address = ''] = script.split(/[?#]/);
  const end = address.lastIndexOf('/') + 1;
  return [address.slice(0, end) || './', address.slice(end)];
};

/** The name of the script's own file. */
export const nameOf = (script: string): string => partsOf(script)[1];

/**
 * The import map that tells a browser the hashes of what a script loads later: a file that was changed on its way does not run,
 * and an `Integrity-Policy` of the page is met. It stands before the first script of the page that is a module.
 *
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#import-maps
 */
export const importMapOf = (script: string, integrity: Integrity): string => {
  const [folder] = partsOf(script);
  const hashes = Object.entries(integrity).map(([name, hash]) => [`${folder}${name}`, hash]);
  return JSON.stringify({ integrity: Object.fromEntries(hashes) }).replaceAll('<', '\\u003c');
};

/** What loads the script, with the hashes where they are known; nothing where there is no script. */
export const scriptTags = (script: string | undefined, integrity: Integrity | undefined): string => {
  if (script === undefined) return '';
  const address = html`${script}`.toString();
  if (integrity === undefined) return `<script type="module" src="${address}"></script>\n`;
  return `<script type="importmap">${importMapOf(script, integrity)}</script>
<script type="module" src="${address}" integrity="${integrity[nameOf(script)]}" crossorigin></script>
`;
};
