import { css } from 'lit';

/** The looks of searching and placing: they arrive with it. */
export const placeStyles = css`
  .search {
    position: relative;
  }
  [role='listbox'] {
    position: absolute;
    z-index: 1;
    inset-inline: 0;
    max-height: 60vh;
    margin: 0.25rem 0 0;
    padding: 0.25rem;
    overflow-y: auto;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--surface);
    box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 25%);
    list-style: none;
  }
  [role='option'] {
    min-height: 2.75rem;
    margin: 0;
    padding: 0.5rem 0.625rem;
    border-radius: var(--round);
    cursor: pointer;
  }
  [role='option'] .hint {
    display: block;
  }
  [role='option']:hover {
    background: var(--tint);
  }
  [aria-selected='true'] {
    background: var(--tint);
    outline: 0.125rem solid var(--link);
    outline-offset: -0.125rem;
  }
  [hidden] {
    display: none;
  }
  .search .hint,
  .told {
    margin: 0.375rem 0;
  }
  #here-hint {
    margin-top: 0.375rem;
  }
`;
