/** A path as a JSON Pointer (RFC 6901): `['a/b', 0]` is `/a~1b/0`, the root is the empty text. */
export const jsonPointer = (path: readonly PropertyKey[]): string =>
  path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
