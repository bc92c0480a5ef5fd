/** The looks of the dialog around the form. Plain text: the dialog comes without Lit. */
export const dialogStyles = `
:host {
  --surface: var(--lapor-color-surface, #fff);
  --ink: var(--lapor-color-text, #1b1f23);
  --line: var(--lapor-color-border, #6b757e);
  --faint: var(--line);
  --link: var(--lapor-color-accent, #0b5394);
}
@supports (color: light-dark(#000, #fff)) {
  :host {
    --surface: var(--lapor-color-surface, light-dark(#fff, #14171a));
    --ink: var(--lapor-color-text, light-dark(#1b1f23, #f1f3f4));
    --line: var(--lapor-color-border, light-dark(#6b757e, #87919a));
    --faint: color-mix(in srgb, var(--line) 45%, transparent);
    --link: light-dark(var(--lapor-color-accent, #0b5394), color-mix(in srgb, var(--lapor-color-accent, #0b5394) 45%, #fff));
  }
}
* { box-sizing: border-box; }
dialog {
  width: 100%;
  max-width: none;
  height: 100vh;
  height: 100dvh;
  max-height: none;
  margin: 0;
  padding: 0;
  border: 0;
  background: var(--surface);
  color: var(--ink);
  font: 400 max(1rem, 16px) / 1.5 var(--lapor-font-family, inherit);
  text-align: start;
}
dialog[open] {
  display: flex;
  flex-direction: column;
}
dialog::backdrop { background: rgb(0 0 0 / 55%); }
.head {
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 1rem;
  padding: 0.5rem clamp(1rem, 4vw, 2rem);
  border-bottom: 1px solid var(--faint);
}
#title {
  min-width: 0;
  margin: 0;
  font-weight: 600;
  overflow-wrap: anywhere;
  outline: 0;
}
button {
  flex: none;
  min-height: 2.75rem;
  padding: 0.5rem 1rem;
  border: 1px solid var(--line);
  border-radius: var(--lapor-radius, 0.375rem);
  background: none;
  color: var(--link);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
:focus-visible {
  outline: 0.1875rem solid var(--lapor-color-focus, var(--link));
  outline-offset: 0.125rem;
}
.body {
  flex: 1;
  min-height: 0;
  overflow: auto;
  overscroll-behavior: contain;
}
@media (min-width: 40em) and (min-height: 30em) {
  dialog {
    width: min(var(--lapor-dialog-width, 42rem), 100% - 4rem);
    height: fit-content;
    max-height: calc(100vh - 4rem);
    max-height: calc(100dvh - 4rem);
    margin: auto;
    border-radius: calc(var(--lapor-radius, 0.375rem) * 2);
    overflow: hidden;
  }
}
@media (forced-colors: active) {
  dialog { border: 2px solid; }
}
@media print {
  dialog {
    position: absolute;
    inset: 0 0 auto;
    width: 100%;
    height: auto;
    max-height: none;
    overflow: visible;
  }
  .body { overflow: visible; }
  button { display: none; }
}
`;
