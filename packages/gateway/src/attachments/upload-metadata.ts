import { safeFileName } from './file-name.ts';

/** What a sender says of its file. Nothing of it is believed; the name is shown, the type only refused early. */
export interface UploadMetadata {
  readonly name: string;
  /** A media type in small letters; empty when none was said. */
  readonly type: string;
}

/** Reads `Upload-Metadata` (tus 1.0, "Creation"): names, each with a value in base64, joined by commas. */
export const readUploadMetadata = (header: string | undefined): UploadMetadata => {
  const values = new Map(
    (header ?? '').split(',').map((pair): [string, string] => {
      const [key = '', value = ''] = pair.trim().split(/ +/);
      return [key.toLowerCase(), Buffer.from(value, 'base64').toString('utf8')];
    }),
  );
  return {
    name: safeFileName(values.get('filename') ?? values.get('name') ?? ''),
    type: (values.get('filetype') ?? values.get('type') ?? '').trim().toLowerCase(),
  };
};
