const properties = ['overflow', 'scrollbar-gutter'] as const;

/**
 * Keeps the page behind a dialog from scrolling, and from getting wider where its scroll bar was.
 *
 * @returns a function that lets go of it.
 */
export const holdPage = (): (() => void) => {
  const root = document.documentElement;
  const before = properties.map((name) => [name, root.style.getPropertyValue(name)] as const);
  const [left, top] = [scrollX, scrollY];
  if (innerWidth > root.clientWidth) root.style.setProperty('scrollbar-gutter', 'stable');
  root.style.setProperty('overflow', 'hidden');
  return () => {
    for (const [name, value] of before) root.style.setProperty(name, value);
    if (scrollX !== left || scrollY !== top) scrollTo({ left, top, behavior: 'instant' });
  };
};
