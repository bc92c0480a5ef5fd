import type { DocumentationOf } from './endpoint-documentation.ts';

/** The endpoints of attachments, in words. */
export const uploadsDocumentation: DocumentationOf<'uploads'> = {
  describeUploads: {
    summary: 'Ask what the uploads can do',
    description:
      'The tus version, its extensions, the largest file in bytes and the checksum algorithms, all in headers.',
  },
  createUpload: {
    summary: 'Begin an upload',
    description:
      "Tells the length of the file; the answer's `Location` is where its bytes go. With `Content-Type: application/offset+octet-stream` the first bytes can come along, and `Upload-Offset` tells how many were taken. What is too long or of a type that the site does not take is refused here already. An upload that no report uses is forgotten after `Upload-Expires`.",
  },
  headUpload: {
    summary: 'Ask how far an upload has come',
    description: 'After a broken connection: `Upload-Offset` is the byte from which to go on.',
  },
  appendUpload: {
    summary: 'Send bytes',
    description:
      'Adds bytes at `Upload-Offset`. When the last one is there, the content is checked: its type by its first bytes, photos lose their EXIF data. With `Upload-Checksum` damaged bytes are refused (460) and can be sent again.',
  },
  deleteUpload: {
    summary: 'Drop an upload',
    description: 'Ends an upload that no report uses, and forgets its bytes at once.',
  },
  downloadAttachment: {
    summary: 'Download an attachment',
    description:
      'A file by the signed link that stands in `url` of an attachment. Take the link as it is: it holds the signature, works for a short time and needs no key. Images come `inline`, all else as `attachment` in `Content-Disposition`, and nothing in a file can run.',
  },
};
