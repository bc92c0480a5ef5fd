import { css } from 'lit';

/** The looks of the advice beside a draft. */
export const adviceStyles = css`
  #advice details {
    margin: 0;
  }
  #advice details > div {
    padding: 0.25em 0 1em;
  }
  #advice section {
    padding: 0.75em 1em 0.5em;
    border: 0;
    background: var(--tint);
  }
  #advice ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  #advice li {
    margin: 0 0 0.75em;
  }
  #advice .badge {
    display: block;
    white-space: normal;
  }
  .doing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 1em;
  }
  .doing a {
    display: inline-block;
    padding: 0.625em 0;
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
