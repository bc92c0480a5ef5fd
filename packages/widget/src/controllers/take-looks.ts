/** The custom properties by which pages change the looks of the form. */
const tokens = [
  ...['accent', 'on-accent', 'text', 'muted', 'surface', 'border', 'danger', 'success', 'focus'].map(
    (name) => `--lapor-color-${name}`,
  ),
  ...['font-family', 'radius', 'max-width', 'dialog-width'].map((name) => `--lapor-${name}`),
];

/** Gives an element elsewhere in the page the looks that hold at this one: theme, colour scheme and font. */
export const takeLooks = (target: HTMLElement, source: HTMLElement): void => {
  const computed = getComputedStyle(source);
  for (const name of tokens) target.style.setProperty(name, computed.getPropertyValue(name));
  const theme = source.getAttribute('theme');
  target.style.colorScheme = theme === 'light' || theme === 'dark' ? theme : computed.colorScheme;
  target.style.fontFamily = computed.fontFamily;
};
