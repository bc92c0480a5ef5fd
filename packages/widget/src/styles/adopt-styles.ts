import type { CSSResult } from 'lit';

/**
 * Lets what is drawn in a shadow root look as these styles say. Once, however often it is asked for. Where sheets cannot be
 * shared (Safari before 16.4) they stand in an element of their own.
 */
export const adoptStyles = (root: ShadowRoot | null, { styleSheet, cssText }: CSSResult): void => {
  if (!root) return;
  if (styleSheet) {
    if (!root.adoptedStyleSheets.includes(styleSheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
    return;
  }
  const element = document.createElement('style');
  element.textContent = cssText;
  root.append(element);
};
