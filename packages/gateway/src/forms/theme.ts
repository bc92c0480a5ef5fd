import type { SiteTheme } from '@lapor/schemas';

type Colour = readonly [red: number, green: number, blue: number];

const white: Colour = [255, 255, 255];

/** The page behind everything in dark mode. */
const night: Colour = [20, 23, 26];

const defaultAccent: Colour = [11, 83, 148];

/** The least contrast of text (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5;

const readColour = (value: string | undefined): Colour | undefined => {
  const [, short, long] = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(value?.trim() ?? '') ?? [];
  const digits = long ?? short?.replace(/./g, '$&$&');
  if (digits === undefined) return undefined;
  const number = Number.parseInt(digits, 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
};

/** Relative luminance (WCAG 2.2). */
const luminance = (colour: Colour): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** How well one colour is read on another: 1 to 21 (WCAG 2.2). */
export const contrast = (one: Colour, other: Colour): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const mixed = (colour: Colour, other: Colour, share: number): Colour =>
  colour.map((part, index) => Math.round(part + ((other[index] ?? 0) - part) * share)) as unknown as Colour;

const written = (colour: Colour): string => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** The colour, lightened as little as is needed to be read on the dark page. */
const readableAtNight = (colour: Colour): Colour => {
  const steps = Array.from({ length: 21 }, (_, step) => mixed(colour, white, step / 20));
  return steps.find((step) => contrast(step, night) >= leastContrast + 1) ?? white;
};

/** What a site's theme comes to on these pages. */
export interface PageTheme {
  readonly mode: 'auto' | 'light' | 'dark';
  /** Background of the head and of buttons, under white text; and of links by day. */
  readonly accent: string;
  /** Links by night. */
  readonly nightAccent: string;
}

/**
 * A site's colours on these pages. An accent under which white text cannot be read, or that is no plain colour, is left out:
 * a form that cannot be read serves nobody.
 */
export const themeOf = (theme: SiteTheme | undefined): PageTheme => {
  const wished = readColour(theme?.tokens?.['color-accent'] ?? theme?.tokens?.['accent']);
  const modes = ['light', 'dark'] as const;
  const accent = wished !== undefined && contrast(wished, white) >= leastContrast ? wished : defaultAccent;
  return {
    mode: modes.find((mode) => mode === theme?.mode) ?? 'auto',
    accent: written(accent),
    nightAccent: written(readableAtNight(accent)),
  };
};
