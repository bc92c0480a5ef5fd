import { type AttachmentType, attachmentTypes } from '@lapor/schemas';

/** Characters of a name; longer ones are cut in the middle, so that the extension stays. */
const maxLength = 100;

const extensionsOf = (type: AttachmentType): readonly string[] => attachmentTypes[type];
const everyExtension = Object.values(attachmentTypes).flat() as readonly string[];

const shortened = (name: string): string => {
  const characters = [...name];
  return characters.length <= maxLength
    ? name
    : [...characters.slice(0, maxLength - 20), ...characters.slice(-20)].join('');
};

/**
 * The name of a sender's file as it can be shown and saved anywhere: without a path, without characters that are not seen
 * (line ends, marks that turn the direction of writing), and without those that Windows does not allow in names.
 */
export const safeFileName = (given: string): string => {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const seen = last
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ');
  return shortened(seen.replace(/^[ .]+|[ .]+$/g, '')) || 'lampiran';
};

/** A name with the extension that belongs to what the file turned out to be: `surat.exe` that is a PDF becomes `surat.exe.pdf`. */
export const nameForType = (name: string, type: AttachmentType): string => {
  const extension = /\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? '';
  if (extensionsOf(type).includes(extension)) return name;
  const stem = everyExtension.includes(extension) ? name.slice(0, -extension.length) : name;
  return `${stem}${extensionsOf(type)[0]}`;
};
