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
 * The packages that the tests of a package may import besides, to talk to the real thing. They are development dependencies.
 *
 * @type {Record<string, readonly string[]>}
 */
export const testPackages = {
  client: ['gateway'],
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
    form: ['.', 'messages'],
    contract: ['.', 'fields', 'messages'],
  },
  client: {
    errors: [],
    http: ['errors'],
    uploads: ['errors', 'http'],
    resources: ['errors', 'http', 'uploads'],
    challenge: ['errors'],
    webhooks: ['errors'],
    '.': ['errors', 'http', 'uploads', 'resources'],
    outbox: ['.', 'challenge', 'errors', 'http', 'uploads', 'resources'],
    testing: ['errors', 'http'],
  },
  gateway: {
    time: [],
    'clock-plan': ['time'],
    database: [],
    cache: ['database'],
    refusal: [],
    directory: ['cache', 'database', 'refusal'],
    configuration: ['clock-plan'],
    journal: ['configuration', 'refusal'],
    keys: ['cache', 'database'],
    sites: ['cache', 'database', 'directory', 'time'],
    storage: ['refusal'],
    'virus-scan': [],
    engine: [
      'cache',
      'clock-plan',
      'database',
      'directory',
      'journal',
      'keys',
      'sites',
      'storage',
      'time',
      'virus-scan',
    ],
    http: ['cache', 'database', 'engine', 'keys', 'refusal', 'sites'],
    attachments: ['database', 'engine', 'http', 'refusal', 'sites', 'storage'],
    events: ['clock-plan', 'database', 'directory', 'engine', 'sites'],
    paging: ['refusal'],
    reports: [
      'attachments',
      'clock-plan',
      'database',
      'directory',
      'engine',
      'events',
      'keys',
      'paging',
      'refusal',
      'sites',
      'time',
    ],
    desk: [
      'attachments',
      'database',
      'directory',
      'engine',
      'events',
      'http',
      'paging',
      'refusal',
      'reports',
      'sites',
      'storage',
    ],
    'open-data': ['database', 'reports', 'sites'],
    statistics: ['attachments', 'database', 'directory', 'engine', 'reports', 'sites'],
    'clock-work': [
      'attachments',
      'clock-plan',
      'database',
      'desk',
      'directory',
      'engine',
      'reports',
      'sites',
      'statistics',
      'time',
    ],
    demo: ['clock-plan', 'database', 'engine', 'events', 'keys', 'sites', 'time'],
    operation: ['cache', 'engine', 'http', 'journal', 'refusal'],
    sandbox: ['clock-work', 'database', 'engine', 'sites', 'time'],
    administration: ['database', 'directory', 'engine', 'events', 'keys', 'refusal', 'sites', 'time'],
    challenge: ['database', 'engine', 'refusal', 'sites'],
    suggestions: ['database', 'directory', 'reports', 'sites'],
    forms: ['attachments', 'database', 'directory', 'engine', 'http', 'keys', 'refusal', 'reports', 'sites'],
    v1: [
      'administration',
      'attachments',
      'challenge',
      'clock-work',
      'database',
      'desk',
      'directory',
      'engine',
      'http',
      'journal',
      'keys',
      'open-data',
      'operation',
      'paging',
      'refusal',
      'reports',
      'sandbox',
      'sites',
      'statistics',
      'suggestions',
    ],
    '.': [
      'clock-plan',
      'clock-work',
      'configuration',
      'database',
      'demo',
      'directory',
      'engine',
      'forms',
      'http',
      'journal',
      'keys',
      'operation',
      'sandbox',
      'sites',
      'statistics',
      'storage',
      'time',
      'v1',
      'virus-scan',
    ],
    cli: [
      '.',
      'administration',
      'configuration',
      'database',
      'directory',
      'engine',
      'events',
      'forms',
      'http',
      'journal',
      'keys',
      'refusal',
    ],
    promises: [],
  },
};
