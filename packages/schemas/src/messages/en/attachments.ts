import { formatBytes, listOfEither } from '../formats.ts';
import type { attachments as source } from '../id/attachments.ts';
import { counted } from './counted.ts';

/** The English of the Indonesian `attachments`. */
export const attachments: typeof source = {
  allowed: ({ types, maximumCount, maximumBytes }) =>
    `At most ${counted(maximumCount, 'file', 'files')} as ${listOfEither(types, 'en-GB')}, no more than ${formatBytes(maximumBytes, 'en-GB')} in all.`,
  tooLarge: ({ name, maximumBytes }) =>
    `The file “${name}” is too large. One file can have at most ${formatBytes(maximumBytes, 'en-GB')}.`,
  totalTooLarge: ({ maximumBytes }) =>
    `All attachments together can have at most ${formatBytes(maximumBytes, 'en-GB')}. Remove one or make it smaller.`,
  tooMany: ({ maximum }) => `You can attach at most ${counted(maximum, 'file', 'files')}.`,
  typeNotAllowed: ({ name, types }) => `Files like “${name}” cannot be accepted. Use ${listOfEither(types, 'en-GB')}.`,
  infected: ({ name }) => `We did not take the file “${name}” because it contains a harmful program.`,
  unreadable: ({ name }) =>
    `The file “${name}” is damaged or cannot be opened. Take the photo again or choose another file.`,
  empty: ({ name }) => `The file “${name}” is empty. Choose another one.`,
  unfinished: ({ name }) => `The file “${name}” has not been uploaded completely. Wait until it has, or remove it.`,
};
