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
    --link: var(--accent);
    --round: var(--lapor-radius, 0.375rem);
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
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
      --link: light-dark(var(--accent), color-mix(in srgb, var(--accent) 45%, #fff));
    }
  }
  * {
    box-sizing: border-box;
  }
  form {
    max-width: var(--lapor-max-width, 42rem);
    padding: clamp(1rem, 4vw, 2rem);
    border-radius: var(--round);
    background: var(--surface);
    color: var(--ink);
    font: 400 max(1rem, 16px) / 1.5 var(--lapor-font-family, inherit);
    text-align: start;
    overflow-wrap: break-word;
  }
  h2,
  h3,
  p,
  ul {
    margin: 0 0 1rem;
  }
  h2 {
    font-size: 1.5em;
    line-height: 1.25;
  }
  h3 {
    font-size: 1.25em;
    line-height: 1.3;
  }
  a {
    color: var(--link);
  }
  .progress {
    display: flex;
    gap: 0.25rem;
    margin: 0 0 0.5rem;
  }
  .progress i {
    flex: 1;
    height: 0.375rem;
    border-radius: 1rem;
    background: color-mix(in srgb, var(--line) 35%, transparent);
  }
  .progress .done {
    background: var(--link);
  }
  .badge {
    margin-inline-start: 0.5ch;
    white-space: nowrap;
  }
  .hint,
  .badge {
    color: var(--quiet);
    font-weight: 400;
  }
  .emergency {
    padding: 0.625rem 0.875rem;
    border-inline-start: 0.25rem solid var(--link);
    background: var(--tint);
  }
  .field {
    margin: 0 0 1.5rem;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  label,
  legend {
    display: block;
    padding: 0 0 0.125rem;
    font-weight: 600;
  }
  .field > .hint,
  .error {
    display: block;
    margin-bottom: 0.375rem;
  }
  .error {
    color: var(--wrong);
    font-weight: 600;
  }
  .wrong {
    padding-inline-start: 0.875rem;
    border-inline-start: 0.25rem solid var(--wrong);
  }
  input,
  select,
  textarea {
    display: block;
    width: 100%;
    min-height: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--surface);
    color: var(--ink);
    font: inherit;
  }
  select {
    padding-inline: 0.5rem;
  }
  textarea {
    resize: vertical;
  }
  .wrong > :is(input, select, textarea) {
    border-color: var(--wrong);
  }
  :is([type='radio'], [type='checkbox']) {
    width: 1.5rem;
    min-height: 0;
    height: 1.5rem;
    margin: 0.625rem 0 0;
    accent-color: var(--link);
  }
  .choice {
    display: grid;
    grid-template-columns: 2.25rem minmax(0, 1fr);
    min-height: 2.75rem;
  }
  .choice label {
    padding: 0.625rem 0 0;
    font-weight: 500;
  }
  .choice .hint {
    grid-column: 2;
  }
  :focus-visible {
    outline: 0.1875rem solid var(--lapor-color-focus, var(--link));
    outline-offset: 0.125rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }
  button {
    min-height: 2.75rem;
    padding: 0.5rem 1.25rem;
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
    margin: 0 0 1.5rem;
    padding: 1rem 1rem 0;
    border: 0.1875rem solid var(--wrong);
    border-radius: var(--round);
  }
  .title {
    font-size: 1.125em;
    font-weight: 600;
  }
  .summary ul {
    padding-inline-start: 1.25rem;
  }
  .summary a {
    display: inline-block;
    max-width: 100%;
    padding: 0.25rem 0;
    color: var(--wrong);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .progress .done {
      background: Highlight;
    }
  }
`;
