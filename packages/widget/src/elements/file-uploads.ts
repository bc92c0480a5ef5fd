import { ChosenFiles } from '../controllers/chosen-files.ts';
import type { FormHost } from '../controllers/form-host.ts';
import type { SiteSettings } from '../controllers/site-settings.ts';
import { loadFileSentences } from '../sentences/file-sentences.ts';
import type { LaterSentences } from '../sentences/later-sentences.ts';

/** Makes what takes and uploads files, with its sentences: loaded with the first file. */
export const createFileUploads = async (
  host: FormHost,
  say: LaterSentences,
  settings: SiteSettings,
): Promise<ChosenFiles> => {
  const [words, { uploads }] = await Promise.all([loadFileSentences(host.language), settings.loadLink()]);
  return new ChosenFiles(host, say, host.reword('files', words), settings, uploads);
};
