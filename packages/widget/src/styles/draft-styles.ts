import { css } from 'lit';

/** The looks of what is said of a draft, above and below the form. */
export const draftStyles = css`
  .draft {
    max-width: var(--lapor-max-width, 42rem);
    padding: 0 clamp(1rem, 4vw, 2rem) 1rem;
    background: var(--surface);
    color: var(--ink);
    font: 400 max(1rem, 16px) / 1.5 var(--lapor-font-family, inherit);
    text-align: start;
    overflow-wrap: break-word;
  }
  .draft:empty,
  .draft[hidden] {
    display: none;
  }
  .draft p {
    margin: 0 0 0.75rem;
  }
  .draft .hint {
    font-size: 0.9375em;
  }
  .restored {
    padding-block: 1rem;
    border-inline-start: 0.25rem solid var(--link);
    background: var(--tint);
  }
  @media print {
    .draft {
      display: none;
    }
  }
`;
