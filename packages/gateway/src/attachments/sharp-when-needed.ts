import { createRequire } from 'node:module';
import type Sharp from 'sharp';

const require = createRequire(import.meta.url);
let loaded: typeof Sharp | undefined;

/**
 * The image library, loaded when the first image or the first form asks for it: with libvips it takes a fifth of the memory
 * of a gateway that has nothing to do.
 */
export const sharpWhenNeeded = (): typeof Sharp => (loaded ??= require('sharp') as typeof Sharp);
