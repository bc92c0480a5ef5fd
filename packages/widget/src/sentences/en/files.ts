import type { files as source } from '../id/files.ts';

/** The English of the Indonesian `files`. */
export const files: typeof source = {
  uploading: ({ done, total }) => `Uploading, ${done} of ${total} done.`,
  uploaded: 'All files are uploaded.',
  waiting:
    'The connection is gone, so the files are not uploaded yet. Go on: they will be sent together with your report.',
  progressOf: ({ name }) => `Progress of “${name}”`,
  heic: ({ name }) =>
    `“${name}” is a HEIC photo, which cannot be read here. Choose a JPG, or send a screenshot of it. On an iPhone, set the camera to “Most Compatible” before you take another.`,
  twice: ({ name }) => `“${name}” is in the list already.`,
};
