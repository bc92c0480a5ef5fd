// Which way imports point, as data. oxlint.config.ts turns it into rules, scripts/folders.mjs looks for folders that
// nobody has given a place, and docs/architecture.md explains it to people.

/**
 * The packages, each with the others that it may import, by their public entries only.
 *
 * @type {Record<string, readonly string[]>}
 */
export const packages = {
  schemas: [],
  client: ['schemas'],
  widget: ['schemas', 'client'],
  gateway: ['schemas'],
};

/**
 * The folders in a package's `src/`, each with the others that it may import. `.` stands for the files that lie directly
 * in `src/`, without the entry `index.ts`, which may list anything. Tests are free: they look at the package as a whole.
 *
 * @type {Record<string, Record<string, readonly string[]>>}
 */
export const layers = {
  schemas: {
    fields: [],
    '.': ['fields'],
    lifecycle: ['.', 'fields'],
    clock: ['.', 'fields'],
    regions: ['.', 'fields'],
    'text-checks': ['.', 'fields'],
    messages: ['.', 'fields'],
    contract: ['.', 'fields', 'messages'],
  },
};
