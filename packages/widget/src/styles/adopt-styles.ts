import type { CSSResult } from 'lit';

/** Lets what is drawn in a shadow root look as these styles say. Once, however often it is asked for. */
export const adoptStyles = (root: ShadowRoot | null, { styleSheet }: CSSResult): void => {
  if (root && styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
};
