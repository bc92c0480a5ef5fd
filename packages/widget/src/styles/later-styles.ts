import { css } from 'lit';

/** The looks of what comes after the first step: they arrive with it. */
export const laterStyles = css`
  h4 {
    margin: 0 0 0.5em;
    font-size: 1em;
  }
  dl {
    margin: 0 0 1em;
  }
  dt {
    color: var(--quiet);
  }
  dd {
    margin: 0 0 0.75em;
  }
  /* Below a sentence, not a field. */
  p + #advice {
    margin-top: 0;
  }
  .actions + [role='status']:not(:empty) {
    margin-top: 0.75em;
  }
  .written {
    white-space: pre-wrap;
  }
  .empty {
    margin: 0;
  }
  section {
    margin: 0 0 1.25em;
    padding: 0.75em 1em 0.25em;
    border: 1px solid var(--faint);
    border-radius: var(--round);
  }
  .part {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
    margin: 0 0 0.5em;
  }
  .part h4 {
    margin: 0;
  }
  ul {
    padding-inline-start: 1.25em;
  }
  li {
    margin: 0 0 0.5em;
  }
  .files {
    margin: 0.5em 0 0;
    padding: 0;
    list-style: none;
  }
  .files li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75em;
    padding: 0.375em 0;
    border-bottom: 1px solid var(--faint);
  }
  .files span {
    min-width: 0;
  }
  .files button {
    flex: none;
    min-width: 2.75em;
    padding: 0.25em;
  }
  progress {
    display: block;
    width: 100%;
    accent-color: var(--link);
  }
  details {
    margin: 0 0 1em;
  }
  summary {
    padding: 0.625em 0;
    color: var(--link);
    font-weight: 600;
    cursor: pointer;
  }
  .received,
  .waiting {
    margin: 0 0 1.5em;
    padding: 1.25em 1.25em 0.5em;
    border-radius: var(--round);
    background: var(--tint);
    border-inline-start: 0.375em solid var(--link);
  }
  .received {
    background: color-mix(in srgb, var(--good) 9%, var(--surface));
    border-color: var(--good);
  }
  .received h2 {
    color: var(--good);
  }
  .received .actions {
    margin: 0 0 0.75em;
  }
  .number {
    font-size: 2em;
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: 0.02em;
  }
  .key {
    font:
      600 1.0625em/1.4 ui-monospace,
      'Cascadia Mono',
      Consolas,
      monospace;
    overflow-wrap: anywhere;
    user-select: all;
  }
  @media (min-width: 40em) {
    section dl div {
      display: grid;
      grid-template-columns: 11em minmax(0, 1fr);
      gap: 1em;
    }
  }
  @media print {
    .noprint {
      display: none;
    }
  }
`;
