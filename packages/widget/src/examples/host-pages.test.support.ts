/** A page of somebody else, in which the form is to look and work as it does anywhere. */
export interface HostPage {
  readonly name: string;
  /** What is in its head: styles and scripts. Files of packages are under `/widget/hosts/`. */
  readonly head?: string;
  /** What it puts around its contents. */
  readonly around?: readonly [before: string, after: string];
}

/** Pages that do what pages of regions do to their elements, their scripts and their forms. */
export const hostPages: readonly HostPage[] = [
  { name: 'plain' },
  {
    name: 'resets',
    head: `<style>
      html { font-size: 62.5%; }
      *, *::before, *::after { all: unset; box-sizing: content-box; }
      head, script, style, title { display: none; }
    </style>`,
  },
  {
    name: 'loud',
    head: `<style>
      html { font-size: 10px; }
      * { font-size: 8px !important; line-height: 1 !important; letter-spacing: 4px !important; color: lime !important;
        text-transform: uppercase; text-align: right; text-indent: 30px; white-space: nowrap; word-spacing: 9px;
        font-style: italic; font-weight: 900; font-variant: small-caps; text-shadow: 1px 1px red; cursor: crosshair;
        list-style: upper-roman; visibility: visible; direction: rtl; hyphens: auto; word-break: break-all; }
      div, form, input, button, fieldset, label { margin: 33px !important; padding: 3px !important; border: 9px dotted red !important;
        float: right !important; display: inline !important; background: yellow !important; width: 50px !important; }
      a { text-decoration: none !important; }
    </style>`,
  },
  {
    name: 'bootstrap and jquery',
    head: `<link rel="stylesheet" href="/widget/hosts/bootstrap.min.css">
      <script src="/widget/hosts/jquery.js"></script>
      <script src="/widget/hosts/bootstrap.bundle.min.js"></script>`,
  },
  {
    name: 'old libraries',
    head: `<script>
      // As Prototype 1.6 and MooTools 1.4 do to every page that still has them.
      Array.prototype.toJSON = function () { return '[' + this.map(function (one) { return JSON.stringify(one); }).join(', ') + ']'; };
      String.prototype.toJSON = function () { return '"' + this + '"'; };
      Array.prototype.each = Array.prototype.forEach;
      Array.prototype.contains = function (one) { return this.indexOf(one) !== -1; };
      Array.from = function (one) { return one == null ? [] : typeof one === 'object' && typeof one.length === 'number' && typeof one !== 'string' ? Array.prototype.slice.call(one) : [one]; };
      Function.prototype.delay = function (seconds) { return setTimeout(this, seconds * 1000); };
      Element.prototype.hide = function () { this.style.display = 'none'; return this; };
      Element.prototype.getStyle = function (name) { return this.style[name]; };
      Object.keys = (function (keys) { return function (of) { return keys(Object(of)); }; })(Object.keys);
    </script>`,
  },
  {
    name: 'one form around everything',
    around: [
      '<form id="aspnetForm" method="post" action="/elsewhere"><input type="hidden" name="__VIEWSTATE" value="x">',
      '</form>',
    ],
  },
  {
    name: 'storage that is blocked',
    head: `<script>
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(globalThis, name, { get() { throw new DOMException('Blocked.', 'SecurityError'); } });
    </script>`,
  },
  { name: 'another base', head: '<base href="/elsewhere/deep/">' },
];

const furniture = `<h2>Berita</h2><p>Teks <a href="#x">dengan tautan</a> dan <strong>tebal</strong>.</p>
<ul><li>Satu</li><li>Dua</li></ul><button type="button">Tombol</button><label>Cari <input type="search"></label>
<fieldset><legend>Pilihan</legend><select><option>Satu</option></select><textarea></textarea></fieldset>
<dialog>Kotak</dialog><table><tr><td>Sel</td></tr></table>`;

/** Such a page, with the form in it and other things around. Its script comes when the test lets it. */
export const hostPageOf = (
  { head = '', around: [before, after] = ['', ''] }: HostPage,
  { gateway = '', siteKey = '' }: { gateway?: string; siteKey?: string },
): string => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>Situs orang lain</title>
<link rel="icon" href="data:,">
<script>
  globalThis.complaints = [];
  addEventListener('error', ({ message }) => complaints.push(String(message)));
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
  for (const level of ['error', 'warn']) console[level] = (...told) => complaints.push(told.map(String).join(' '));
</script>
${head}
</head>
<body>
${before}
<div id="furniture">${furniture}</div>
<main><lapor-form gateway="${gateway}" site-key="${siteKey}" lang="id" theme="light">
<form method="post" action="${gateway}/forms/${siteKey}"><p><label for="lapor-title">Judul laporan</label><input id="lapor-title" name="title"></p>
<p><label for="lapor-content">Isi laporan</label><textarea id="lapor-content" name="content"></textarea></p><button>Lanjutkan</button></form>
</lapor-form></main>
${after}
</body>
</html>`;
