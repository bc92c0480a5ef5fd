import { css } from 'lit';

/** The looks of the advice beside a draft. */
export const adviceStyles = css`
  #advice details {
    margin: 0;
  }
  #advice details > div {
    padding: 0.25rem 0 1rem;
  }
  #advice section {
    padding: 0.75rem 1rem 0.5rem;
    border: 0;
    background: var(--tint);
  }
  #advice ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  #advice li {
    margin: 0 0 0.75rem;
  }
  .doing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
  }
  .doing a {
    display: inline-block;
    padding: 0.625rem 0;
  }
  .doing :disabled {
    opacity: 0.6;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
