import { css } from 'lit';

/** The looks of what is said of a draft, above and below the form. */
export const draftStyles = css`
  .draft {
    max-width: var(--lapor-max-width, 42rem);
    /* One card with the form: over its rounded corners, with corners of its own. */
    position: relative;
    margin-block-start: calc(-2 * var(--round));
    padding: 0 clamp(12px, 4vw, 2rem) 1rem;
    border-radius: 0 0 var(--round) var(--round);
    background: var(--surface);
    color: var(--ink);
    font: 400 max(1rem, 16px) / 1.5 var(--lapor-font-family, inherit);
    text-align: start;
    overflow-wrap: break-word;
  }
  :host([theme='light']) .draft {
    color-scheme: light;
  }
  :host([theme='dark']) .draft {
    color-scheme: dark;
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
    margin-block: 0 calc(-1 * var(--round));
    padding-block: 1rem calc(1rem + var(--round));
    border-radius: var(--round) var(--round) 0 0;
    border-inline-start: 0.25rem solid var(--link);
    background: var(--tint);
  }
  @media print {
    .draft {
      display: none;
    }
  }
`;
