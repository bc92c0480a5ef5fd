import type { AttachmentLimits } from '@lapor/schemas';
import type { FileSentences } from '../sentences/file-sentences.ts';
import type { LaterSentences } from '../sentences/later-sentences.ts';
import { reducePhoto } from './reduce-photo.ts';
import { haveSameContent } from './same-content.ts';
import { typeNames } from './type-names.ts';

/** The files of a report after some more were chosen, and what is to be said about those that were not taken. */
export interface TakenFiles {
  readonly files: readonly File[];
  readonly refused: readonly string[];
}

const sizeOf = (files: readonly File[]): number => files.reduce((sum, { size }) => sum + size, 0);

/** By its name as well: only some browsers know the type. */
const isHeic = ({ name, type }: File): boolean => /hei[cf]$/i.test(type) || /\.hei[cf]$/i.test(name);

const isPicture = (file: File): boolean => file.type.startsWith('image/') || isHeic(file);

/**
 * Takes files that somebody chose: photos are made smaller until each has its share of what the site allows; what cannot be
 * taken is told at once, with what to do. Never throws.
 */
export const takeFiles = async (
  chosen: readonly File[],
  files: readonly File[],
  limits: AttachmentLimits,
  say: LaterSentences['attachments'] & Pick<FileSentences, 'heic' | 'twice'>,
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
  const add = async (file: File): Promise<void> => {
    for (const other of taken)
      if (await haveSameContent(file, other)) return void refused.push(say.twice({ name: file.name }));
    taken.push(file);
  };
  const unreadable = (file: File): string => {
    const { name, type } = file;
    if (isHeic(file)) return say.heic({ name });
    return types.includes(type) ? say.unreadable({ name }) : say.typeNotAllowed({ name, types: names });
  };
  for (const file of chosen) {
    const { name } = file;
    if (taken.length >= maxCount) {
      refused.push(say.tooMany({ maximum: maxCount }));
      break;
    }
    const left = maxTotalBytes - sizeOf(taken);
    if (file.size === 0) refused.push(say.empty({ name }));
    else if (isPicture(file) && types.includes('image/jpeg'))
      await reducePhoto(file, { maxBytes: Math.min(share, left) }).then(add, () => refused.push(unreadable(file)));
    else if (!types.includes(file.type)) refused.push(say.typeNotAllowed({ name, types: names }));
    else if (file.size > maxFileBytes) refused.push(say.tooLarge({ name, maximumBytes: maxFileBytes }));
    else if (file.size > left) refused.push(say.totalTooLarge({ maximumBytes: maxTotalBytes }));
    else await add(file);
  }
  return { files: taken, refused };
};
