import type { AttachmentLimits } from '@lapor/schemas';
import type { LaterSentences } from '../sentences/later-sentences.ts';
import { reducePhoto } from './reduce-photo.ts';
import { typeNames } from './type-names.ts';

/** The files of a report after some more were chosen, and what is to be said about those that were not taken. */
export interface TakenFiles {
  readonly files: readonly File[];
  readonly refused: readonly string[];
}

const sizeOf = (files: readonly File[]): number => files.reduce((sum, { size }) => sum + size, 0);

const isPicture = ({ type }: File): boolean => type.startsWith('image/');

/**
 * Takes files that somebody chose: photos are made smaller until each has its share of what the site allows; what cannot be
 * taken is told at once, with what to do. Never throws.
 */
export const takeFiles = async (
  chosen: readonly File[],
  files: readonly File[],
  limits: AttachmentLimits,
  say: LaterSentences['attachments'],
): Promise<TakenFiles> => {
  const { maxCount, maxFileBytes, maxTotalBytes } = limits;
  const types: readonly string[] = limits.types;
  const names = typeNames(types);
  const taken = [...files];
  const refused: string[] = [];
  // Several photos share what is allowed, so that the last one is not the one for which no room is left.
  const share = Math.min(
    maxFileBytes,
    Math.floor(maxTotalBytes / Math.max(1, Math.min(maxCount, files.length + chosen.length))),
  );
  for (const file of chosen) {
    const { name } = file;
    if (taken.length >= maxCount) {
      refused.push(say.tooMany({ maximum: maxCount }));
      break;
    }
    const left = maxTotalBytes - sizeOf(taken);
    if (file.size === 0) refused.push(say.empty({ name }));
    else if (isPicture(file) && types.includes('image/jpeg'))
      await reducePhoto(file, { maxBytes: Math.min(share, left) }).then(
        (photo) => taken.push(photo),
        () =>
          refused.push(
            types.includes(file.type) ? say.unreadable({ name }) : say.typeNotAllowed({ name, types: names }),
          ),
      );
    else if (!types.includes(file.type)) refused.push(say.typeNotAllowed({ name, types: names }));
    else if (file.size > maxFileBytes) refused.push(say.tooLarge({ name, maximumBytes: maxFileBytes }));
    else if (file.size > left) refused.push(say.totalTooLarge({ maximumBytes: maxTotalBytes }));
    else taken.push(file);
  }
  return { files: taken, refused };
};
