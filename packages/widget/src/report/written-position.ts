import type { Position } from '@lapor/schemas';

/** Four decimals of a degree: eleven metres, which is as well as a phone knows where it is. */
const decimals = 4;

/** A point as the form holds it: `-0.9492,100.3543`, and after another comma the metres within which the device believes itself to be. */
export const writePosition = ({ latitude, longitude, accuracyMetres }: Position): string =>
  [latitude.toFixed(decimals), longitude.toFixed(decimals), accuracyMetres && Math.ceil(accuracyMetres)]
    .filter((part) => part !== undefined)
    .join(',');
