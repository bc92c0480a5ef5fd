import * as z from 'zod/mini';
import { Identifier } from '../../fields/identifier.ts';
import { endpoint } from '../endpoint.ts';

const digits = /* @__PURE__ */ z.string().check(z.regex(/^\d{1,15}$/));
const Resumable = z.object({
  /** The version of the protocol. */
  // An enumeration of one: a page that asks nothing else would load what judges a literal for this alone.
  'tus-resumable': z.enum(['1.0.0']),
});

const Expires = z.optional(z.string());
const UploadParameters = z.object({ uploadId: Identifier });

/** What the server's tus can do. */
export const describeUploads = endpoint({
  method: 'OPTIONS',
  path: '/v1/uploads',
  tag: 'uploads',
  callers: ['anyone'],
  repetition: 'safe',
  answers: {
    204: {
      headers: z.extend(Resumable, {
        /** The versions that the server speaks. */
        'tus-version': z.string(),
        /** Its extensions, joined by commas: `creation`, `expiration`, `termination`, `checksum` and others. */
        'tus-extension': z.string(),
        /** The largest file in bytes. */
        'tus-max-size': digits,
        /** Algorithms for `Upload-Checksum`, joined by commas. */
        'tus-checksum-algorithm': z.string(),
      }),
    },
  },
  problems: [],
});

/** Begins an upload. With `Content-Type: application/offset+octet-stream` the first bytes come along. */
export const createUpload = endpoint({
  method: 'POST',
  path: '/v1/uploads',
  tag: 'uploads',
  callers: ['site', 'reporter', 'desk'],
  repetition: 'idempotent',
  headers: z.extend(Resumable, {
    /** The whole file's length in bytes. */
    'upload-length': digits,
    /** `filename` and `filetype` as base64 after their names, joined by commas. */
    'upload-metadata': z.optional(z.string().check(z.maxLength(2000))),
    /** Of the bytes that come along: the algorithm and, after a space, the base64 of their checksum. */
    'upload-checksum': z.optional(z.string().check(z.maxLength(200))),
  }),
  request: { mediaType: 'application/offset+octet-stream', optional: true },
  answers: {
    201: {
      headers: z.extend(Resumable, {
        /** Where the bytes of this upload go. */
        location: z.string(),
        /** How many bytes were taken, when some came along. */
        'upload-offset': z.optional(digits),
        /** When the gateway forgets an upload that no report uses, as an HTTP date. */
        'upload-expires': Expires,
      }),
    },
  },
  problems: ['preconditionFailed', 'bodyTooLarge', 'mediaTypeUnsupported', 'checksumMismatch', 'attachmentRefused'],
});

/** Tells how far an upload has come. */
export const headUpload = endpoint({
  method: 'HEAD',
  path: '/v1/uploads/{uploadId}',
  tag: 'uploads',
  callers: ['site', 'reporter', 'desk'],
  repetition: 'safe',
  parameters: UploadParameters,
  headers: Resumable,
  answers: {
    200: {
      headers: z.extend(Resumable, {
        /** The byte from which to go on. */
        'upload-offset': digits,
        /** The whole file's length in bytes. */
        'upload-length': digits,
      }),
    },
  },
  problems: ['notFound', 'gone', 'preconditionFailed'],
});

/** Adds bytes at the given offset. */
export const appendUpload = endpoint({
  method: 'PATCH',
  path: '/v1/uploads/{uploadId}',
  tag: 'uploads',
  callers: ['site', 'reporter', 'desk'],
  repetition: 'idempotent',
  parameters: UploadParameters,
  headers: z.extend(Resumable, {
    /** The byte at which these bytes begin. */
    'upload-offset': digits,
    /** The algorithm and, after a space, the base64 of these bytes' checksum. */
    'upload-checksum': z.optional(z.string().check(z.maxLength(200))),
  }),
  request: { mediaType: 'application/offset+octet-stream' },
  answers: {
    204: {
      headers: z.extend(Resumable, {
        /** The byte from which to go on. */
        'upload-offset': digits,
        /** When the gateway forgets an upload that no report uses, as an HTTP date. */
        'upload-expires': Expires,
      }),
    },
  },
  problems: [
    'notFound',
    'gone',
    'preconditionFailed',
    'uploadOffsetMismatch',
    'bodyTooLarge',
    'mediaTypeUnsupported',
    'checksumMismatch',
    'attachmentRefused',
  ],
});

/** Ends an upload that no report uses, and forgets its bytes. */
export const deleteUpload = endpoint({
  method: 'DELETE',
  path: '/v1/uploads/{uploadId}',
  tag: 'uploads',
  callers: ['site', 'reporter', 'desk'],
  repetition: 'idempotent',
  parameters: UploadParameters,
  headers: Resumable,
  answers: { 204: { headers: Resumable } },
  problems: ['notFound', 'gone', 'preconditionFailed', 'conflict'],
});

/** A file, by the signed link that stands in a report. */
export const downloadAttachment = endpoint({
  method: 'GET',
  path: '/v1/attachments/{attachmentId}',
  tag: 'uploads',
  callers: ['anyone'],
  repetition: 'safe',
  parameters: z.object({ attachmentId: Identifier }),
  query: z.strictObject({
    /** When the link stops working, in seconds since 1970. */
    expires: digits,
    /** Shows that the gateway made this link. */
    signature: /* @__PURE__ */ z.string().check(z.regex(/^[A-Za-z0-9_-]{1,200}$/)),
  }),
  answers: { 200: { mediaType: '*/*' } },
  problems: ['signatureInvalid', 'notFound', 'gone'],
});
