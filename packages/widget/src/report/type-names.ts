/** What people call types of files: `image/jpeg` is `JPEG`. */
export const typeNames = (types: readonly string[]): string[] =>
  types.map((type) => type.slice(type.indexOf('/') + 1).toUpperCase());
