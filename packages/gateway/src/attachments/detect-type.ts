import type { AttachmentType } from '@lapor/schemas';

/** Bytes at the beginning that tell what a file is. The rest is not shown to the detector, so that nothing in it can keep it busy. */
const enough = 4100;

const types: Readonly<Record<string, AttachmentType>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/apng': 'image/png',
  'image/webp': 'image/webp',
  'image/heic': 'image/heic',
  'image/heif': 'image/heic',
  'application/pdf': 'application/pdf',
};

/** What a file is by its first bytes, whatever it is called; `undefined` when it is nothing that the kit takes. */
export const detectType = async (bytes: Uint8Array): Promise<AttachmentType | undefined> => {
  // Loaded with the first file: many gateways never see one.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes.subarray(0, enough)).catch(() => undefined);
  return found && types[found.mime];
};
