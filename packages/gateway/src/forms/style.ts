import { createHash } from 'node:crypto';
import type { PageTheme } from './theme.ts';

const day = (accent: string): string =>
  `--page:#fff;--ink:#1b1f23;--quiet:#4b545c;--line:#59636d;--tint:#f2f5f7;--link:${accent};--accent:${accent};--wrong:#b3261e;--good:#0b6b3a;--good-tint:#e9f5ee`;
const night = (accent: string, link: string): string =>
  `--page:#14171a;--ink:#f1f3f4;--quiet:#b9c1c8;--line:#97a1aa;--tint:#20262b;--link:${link};--accent:${accent};--wrong:#ffb4ab;--good:#8fdcb0;--good-tint:#16301f`;

/**
 * Opera Mini and the like read these pages and know neither variables nor, as phones of 2019 do not either, `anywhere`: what is white
 * on the accent, and a key to be written down, must be seen there all the same.
 */
const rulesFor = (accent: string): string => `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{display:flex;flex-direction:column;min-height:100vh;margin:0;background:var(--page);color:var(--ink);font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word;overflow-wrap:anywhere}
.skip{position:absolute;left:-999px;padding:.75rem 1rem;background:var(--page);color:var(--link)}
.skip:focus{left:0;top:0;z-index:1}
header{background:${accent};background:var(--accent);color:#fff}
header>div,main,footer>div{max-width:42rem;margin:0 auto;padding:0 1rem}
header>div{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:center;justify-content:space-between;padding-top:.5rem;padding-bottom:.5rem}
header p{margin:0}
header a{color:#fff;display:inline-block;padding:.625rem 0}
.site{font-weight:700;text-decoration:none}
main{flex:1;width:100%;padding-top:1.5rem;padding-bottom:3rem}
footer{border-top:1px solid var(--line);background:var(--tint)}
footer>div{padding-top:1rem;padding-bottom:1.5rem}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.375rem;line-height:1.25;margin:2.25rem 0 .75rem}
h3{font-size:1.0625rem;margin:1.5rem 0 .25rem}
p,ul,ol,dl{margin:0 0 1rem}
ul,ol{padding-left:1.25rem}
li+li{margin-top:.5rem}
a{color:var(--link);text-underline-offset:.15em}
p>a,li>a{display:inline-block;padding:.25rem 0;vertical-align:top}
a:hover{text-decoration-thickness:.15em}
.lead{font-size:1.125rem}
.quiet,.hint{color:var(--quiet)}
.field{margin:0 0 1.5rem;border:0;padding:0;min-width:0}
label,legend,.label{display:block;font-weight:600;padding:0;margin:0 0 .25rem}
legend{float:left;width:100%}
legend+*{clear:both}
.badge{font-weight:400;color:var(--quiet);white-space:nowrap}
.hint{display:block;margin:0 0 .5rem}
.error{display:block;margin:0 0 .5rem;color:var(--wrong);font-weight:600}
.field.wrong{border-left:4px solid var(--wrong);padding-left:.875rem}
input:not([type=radio]):not([type=checkbox]),select,textarea{display:block;width:100%;min-height:2.75rem;padding:.5rem .625rem;border:2px solid var(--line);border-radius:.25rem;background:var(--page);color:var(--ink);font:inherit}
.wrong>input,.wrong>select,.wrong>textarea{border-color:var(--wrong)!important}
textarea{min-height:9rem;resize:vertical}
textarea.short{min-height:5rem}
input[type=date]{max-width:14rem}
input[type=file]{padding:.5rem}
input[type=radio],input[type=checkbox]{flex:none;width:1.5rem;height:1.5rem;margin:.625rem .75rem 0 0;accent-color:var(--accent)}
.choice{display:flex;min-height:2.75rem}
.choice label{font-weight:400;flex:1;padding:.5rem 0;margin:0}
.choice .hint{margin:0 0 .625rem}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
header :focus-visible{outline-color:#fff}
button,.button{display:inline-block;max-width:100%;min-height:2.75rem;padding:.625rem 1.25rem;margin:0 .75rem .75rem 0;border:2px solid var(--accent);border-radius:.25rem;background:${accent};background:var(--accent);color:#fff;font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.second{background:transparent;color:${accent};color:var(--link);border-color:var(--line)}
.panel{border:2px solid var(--line);border-radius:.25rem;padding:1rem 1rem 0;margin:0 0 1.5rem}
.panel h2{margin-top:0}
.summary{border-color:var(--wrong);border-width:4px}
.summary a{color:var(--wrong);font-weight:600;display:inline-block;padding:.375rem 0}
.done{border-color:var(--good);background:var(--good-tint)}
.done h1,.done h2{color:var(--good)}
.key{font:600 1.125rem/1.4 ui-monospace,"Cascadia Mono",Consolas,monospace;word-break:break-all;user-select:all}
.key.large{font-size:1.75rem}
dt{font-weight:600}
dd{margin:0 0 .75rem}
.rows>div{border-bottom:1px solid var(--line);padding:.625rem 0}
.rows dd{margin:0}
.written{white-space:pre-wrap}
.timeline{list-style:none;padding:0 0 0 1rem;border-left:3px solid var(--line)}
.timeline li{margin:0 0 1.25rem}
.timeline time{display:block;color:var(--quiet)}
.message{background:var(--tint);border-radius:.25rem;padding:.75rem;margin:.5rem 0 0;white-space:pre-wrap}
details{margin:0 0 1rem}
.act{border:2px solid var(--line);border-radius:.25rem;padding:0 1rem;margin:0 0 .75rem}
summary{cursor:pointer;padding:.625rem 0;font-weight:600;color:var(--link)}
.trap{position:absolute;left:-999rem;height:1px;overflow:hidden}
.plain{list-style:none;padding:0}
@media(min-width:40em){.rows>div{display:flex;gap:1rem}.rows dt{flex:0 0 34%}.rows dd{flex:1}}
@media(forced-colors:active){.panel,.field.wrong{border-color:CanvasText}button,.button{border-color:ButtonText}header{border-bottom:2px solid CanvasText}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{header{background:none;color:#000}header>div{max-width:none;padding:0}header a{color:#000}header p+p,footer,form,.skip,.noprint{display:none}body{font-size:12pt;background:#fff;color:#000}.panel,.done{border-color:#000;background:#fff}.done h1{color:#000}main{max-width:none;padding:0}}
`;

/** A style sheet with the digest by which a policy allows it, and nothing else. */
export interface Style {
  readonly text: string;
  /** As in `style-src` (CSP 3, 2.3.1). */
  readonly digest: string;
}

const writeStyle = ({ mode, accent, nightAccent }: PageTheme): string => {
  const [light, dark] = [day(accent), night(accent, nightAccent)];
  const colours = {
    light: `:root{color-scheme:light;${light}}`,
    dark: `:root{color-scheme:dark;${dark}}`,
    auto: `:root{color-scheme:light dark;${light}}@media screen and (prefers-color-scheme:dark){:root{${dark}}}`,
  };
  return `${colours[mode]}${rulesFor(accent).replaceAll('\n', '')}`;
};

const known = new Map<string, Style>();

/** The style sheet of a theme. It stands in the page: on a weak network one request is what everybody can afford. */
export const styleOf = (theme: PageTheme): Style => {
  const name = `${theme.mode} ${theme.accent}`;
  const found = known.get(name);
  if (found) return found;
  const text = writeStyle(theme);
  const style = { text, digest: `'sha256-${createHash('sha256').update(text).digest('base64')}'` };
  known.set(name, style);
  return style;
};
