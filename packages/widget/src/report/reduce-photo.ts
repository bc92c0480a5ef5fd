/** What a photo has to become. */
export interface PhotoLimits {
  /** Bytes that it may have at most. */
  readonly maxBytes: number;
  /** The longest side in pixels: enough to read a street sign. @default 1920 */
  readonly longestSide?: number;
}

const toJpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));

/** The picture as the phone was held. Browsers of before 2023 do so unasked, and do not know the word for it. */
const upright = (file: File): Promise<ImageBitmap> =>
  createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => createImageBitmap(file));

const drawn = (picture: ImageBitmap, scale: number): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new TypeError('No canvas here.');
  // What was transparent would turn black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
};

/**
 * A photo made anew on this device, upright, small enough, and without anything but the picture: where and with what it was
 * taken stays behind.
 *
 * @throws DOMException when the browser cannot read it as a picture.
 */
export const reducePhoto = async (file: File, { maxBytes, longestSide = 1920 }: PhotoLimits): Promise<File> => {
  const picture = await upright(file);
  try {
    let scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    for (let attempt = 0; attempt < 6; attempt += 1, scale *= 0.75) {
      const canvas = drawn(picture, scale);
      for (const quality of [0.82, 0.6]) {
        const blob = await toJpeg(canvas, quality);
        if (blob && blob.size <= maxBytes)
          return new File([blob], file.name.replace(/(\.\w+)?$/, '.jpg'), { type: 'image/jpeg' });
      }
    }
  } finally {
    picture.close();
  }
  throw new DOMException('It does not get small enough.', 'QuotaExceededError');
};
