/** The media type of an answer in small letters, without parameters; empty where there is none. */
export const mediaTypeOf = ({ headers }: Response): string =>
  (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
