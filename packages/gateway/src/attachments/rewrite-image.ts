import type { AttachmentType } from '@lapor/schemas';
import type { Sharp } from 'sharp';
import { sharpWhenNeeded } from './sharp-when-needed.ts';
import { createTurns } from './turns.ts';

/** Pixels of the longer side of what is kept. Tried from the first on, until the file is small enough. */
const sides = [1600, 1280, 960] as const;

/** Pixels that an image may have: more than any phone's photo, and too few to fill the memory of a small server. */
const maxPixels = 64_000_000;

const maxSeconds = 20;

/** Decoding takes memory by pixels and not by bytes, so few images are open at a time. */
const inTurn = createTurns(2);

type ImageType = Exclude<AttachmentType, 'application/pdf'>;

const formats: Readonly<Record<ImageType, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heif',
};

const writers: Readonly<Record<Exclude<ImageType, 'image/heic'>, (image: Sharp) => Sharp>> = {
  'image/jpeg': (image) => image.flatten({ background: 'white' }).jpeg({ quality: 80, mozjpeg: true }),
  'image/png': (image) => image.png({ compressionLevel: 9 }),
  'image/webp': (image) => image.webp({ quality: 80 }),
};

/** An image as it is kept. */
export interface RewrittenImage {
  readonly bytes: Uint8Array;
  readonly mediaType: AttachmentType;
}

/**
 * Decodes an image and writes it anew: turned upright, at most 1600 pixels long, and with nothing in it but the picture.
 * EXIF data such as the place where a photo was taken, thumbnails, and anything hidden behind the image are left out.
 *
 * @returns what went wrong when it is no image, is broken, has too many pixels, or does not become small enough.
 */
export const rewriteImage = (
  bytes: Uint8Array,
  type: ImageType,
  maximumBytes: number,
): Promise<RewrittenImage | 'unreadable' | 'tooLarge'> =>
  inTurn(async () => {
    const sharp = sharpWhenNeeded();
    const open = () => sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' }).timeout({ seconds: maxSeconds });
    const mediaType = type === 'image/heic' ? 'image/jpeg' : type;
    try {
      // What the first bytes promise must be what the decoder finds.
      if ((await open().metadata()).format !== formats[type]) return 'unreadable';
      for (const side of sides) {
        const image = open().autoOrient().resize(side, side, { fit: 'inside', withoutEnlargement: true });
        const written = await writers[mediaType](image).toBuffer();
        if (written.byteLength <= maximumBytes) return { bytes: written, mediaType };
      }
    } catch {
      // The decoder's own words name nothing that a citizen could act on.
      return 'unreadable';
    }
    return 'tooLarge';
  });
