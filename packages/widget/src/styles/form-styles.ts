import { css } from 'lit';

/**
 * The looks of the form. Colours follow the page: `light-dark()` takes the scheme that the page itself has declared, so that
 * a light page never gets a dark form because the device is dark. Browsers without it get the light ones.
 */
export const formStyles = css`
  :host {
    display: block;
    --accent: var(--lapor-color-accent, #0b5394);
    --on-accent: var(--lapor-color-on-accent, #fff);
    --ink: var(--lapor-color-text, #1b1f23);
    --quiet: var(--lapor-color-muted, #4b545c);
    --surface: var(--lapor-color-surface, #fff);
    --tint: #eff4f8;
    --line: var(--lapor-color-border, #6b757e);
    --wrong: var(--lapor-color-danger, #b3261e);
    --good: var(--lapor-color-success, #0b6b3a);
    --faint: var(--line);
    --link: var(--accent);
    --round: var(--lapor-radius, 6px);
  }
  :host([theme='light']) form {
    color-scheme: light;
  }
  :host([theme='dark']) form {
    color-scheme: dark;
  }
  :host([hidden]) {
    display: none;
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --ink: var(--lapor-color-text, light-dark(#1b1f23, #f1f3f4));
      --quiet: var(--lapor-color-muted, light-dark(#4b545c, #b9c1c8));
      --surface: var(--lapor-color-surface, light-dark(#fff, #14171a));
      --tint: light-dark(#eff4f8, #20262b);
      --line: var(--lapor-color-border, light-dark(#6b757e, #87919a));
      --wrong: var(--lapor-color-danger, light-dark(#b3261e, #ffb4ab));
      --good: var(--lapor-color-success, light-dark(#0b6b3a, #8fdcb0));
      --faint: color-mix(in srgb, var(--line) 45%, transparent);
      --link: light-dark(var(--accent), color-mix(in srgb, var(--accent) 45%, #fff));
    }
  }
  * {
    box-sizing: border-box;
  }
  /* What a page says to all of its elements is inherited in here as well: only its font and its colour scheme are taken. */
  form {
    all: initial;
    display: block;
    box-sizing: border-box;
    color-scheme: inherit;
    max-width: var(--lapor-max-width, 42em);
    padding: clamp(12px, 4vw, 2em);
    border-radius: var(--round);
    background: var(--surface);
    color: var(--ink);
    /* Everything inside is measured by this, because pages set their own root to 10 pixels. */
    font: max(1rem, 16px) / 1.5 a;
    font-family: var(--lapor-font-family, inherit);
    overflow-wrap: break-word;
  }
  h2,
  h3,
  p,
  ul {
    margin: 0 0 1em;
  }
  h2 {
    margin-bottom: 0.67em;
    font-size: 1.5em;
    line-height: 1.25;
  }
  h3 {
    margin-bottom: 0.8em;
    font-size: 1.25em;
    line-height: 1.3;
  }
  a {
    color: var(--link);
  }
  .progress {
    display: flex;
    gap: 0.25em;
    margin: 0 0 0.5em;
  }
  :host([steps='1']) .progress,
  :host([steps='1']) .progress + p {
    display: none;
  }
  .progress i {
    flex: 1;
    height: 0.375em;
    border-radius: 1em;
    background: var(--faint);
  }
  .progress .done {
    background: var(--link);
  }
  .badge {
    white-space: nowrap;
  }
  .hint,
  .badge {
    color: var(--quiet);
    font-weight: 400;
  }
  .emergency {
    padding: 0.625em 0.875em;
    border-inline-start: 0.25em solid var(--link);
    background: var(--tint);
  }
  .field {
    margin: 0 0 1.5em;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  #advice {
    min-height: 2.75em;
    margin-top: -1.5em;
  }
  label,
  legend {
    display: block;
    padding: 0 0 0.125em;
    font-weight: 600;
  }
  .field > .hint,
  .error {
    display: block;
    margin-bottom: 0.375em;
  }
  .error {
    color: var(--wrong);
    font-weight: 600;
  }
  .wrong {
    padding-inline-start: 0.875em;
    border-inline-start: 0.25em solid var(--wrong);
  }
  input,
  select,
  textarea {
    display: block;
    width: 100%;
    min-height: 2.75em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--surface);
    color: var(--ink);
    font: inherit;
  }
  select {
    padding-inline: 0.5em;
  }
  textarea {
    resize: vertical;
  }
  .wrong > input,
  .wrong > select,
  .wrong > textarea {
    border-color: var(--wrong);
  }
  [type='radio'],
  [type='checkbox'] {
    width: 1.5em;
    min-height: 0;
    height: 1.5em;
    margin: 0.625em 0 0;
    accent-color: var(--link);
  }
  .choice {
    display: grid;
    grid-template-columns: 2.25em minmax(0, 1fr);
    min-height: 2.75em;
  }
  .choice label {
    padding: 0.625em 0 0;
    font-weight: 500;
  }
  .choice .hint {
    grid-column: 2;
  }
  :focus-visible {
    outline: 0.1875em solid var(--lapor-color-focus, var(--link));
    outline-offset: 0.125em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
  button {
    min-height: 2.75em;
    padding: 0.5em 1.25em;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: none;
    color: var(--link);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  [part~='button-primary'] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  /* Not paler: what is being sent has to stay readable. */
  :host([data-busy]) button {
    border-style: dashed;
    cursor: progress;
  }
  .summary {
    margin: 0 0 1.5em;
    padding: 1em 1em 0;
    border: 0.1875em solid var(--wrong);
    border-radius: var(--round);
  }
  .title {
    font-size: 1.125em;
    font-weight: 600;
  }
  .summary ul {
    padding-inline-start: 1.25em;
  }
  .summary a {
    display: inline-block;
    max-width: 100%;
    padding: 0.25em 0;
    vertical-align: top;
    color: var(--wrong);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .progress .done {
      background: Highlight;
    }
    [part~='button-primary'] {
      border-width: 0.1875em;
    }
  }
`;
