import { css } from 'lit';

/** The looks of what comes after the first step: they arrive with it. */
export const laterStyles = css`
  h4 {
    margin: 0 0 0.5rem;
    font-size: 1em;
  }
  dl {
    margin: 0 0 1rem;
  }
  dt {
    color: var(--quiet);
  }
  dd {
    margin: 0 0 0.75rem;
  }
  .written {
    white-space: pre-wrap;
  }
  .empty {
    margin: 0;
  }
  section {
    margin: 0 0 1.25rem;
    padding: 0.75rem 1rem 0.25rem;
    border: 1px solid color-mix(in srgb, var(--line) 45%, transparent);
    border-radius: var(--round);
  }
  .part {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    margin: 0 0 0.5rem;
  }
  .part h4 {
    margin: 0;
  }
  .advice {
    border-color: transparent;
    background: var(--tint);
  }
  ul {
    padding-inline-start: 1.25rem;
  }
  li {
    margin: 0 0 0.5rem;
  }
  .files {
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
  }
  .files li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
    padding: 0.375rem 0;
    border-bottom: 1px solid color-mix(in srgb, var(--line) 45%, transparent);
  }
  .files span {
    min-width: 0;
  }
  .files button {
    flex: none;
    min-width: 2.75rem;
    padding: 0.25rem;
  }
  details {
    margin: 0 0 1rem;
  }
  summary {
    padding: 0.625rem 0;
    color: var(--link);
    font-weight: 600;
    cursor: pointer;
  }
  .received,
  .waiting {
    margin: 0 0 1.5rem;
    padding: 1.25rem 1.25rem 0.5rem;
    border-radius: var(--round);
    background: var(--tint);
    border-inline-start: 0.375rem solid var(--link);
  }
  .received {
    background: color-mix(in srgb, var(--good) 9%, var(--surface));
    border-color: var(--good);
  }
  .received h2 {
    color: var(--good);
  }
  .received .actions {
    margin: 0 0 0.75rem;
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
      grid-template-columns: 11rem 1fr;
      gap: 1rem;
    }
  }
  @media print {
    .noprint {
      display: none;
    }
  }
`;
