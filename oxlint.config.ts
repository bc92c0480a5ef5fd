import { defineConfig } from 'oxlint';
import { layers, packages, testPackages } from './scripts/layers.mjs';

const tests = ['**/*.test.{ts,mjs}', '**/*.test.support.{ts,mjs}'];

/** The glob of one layer's files; the entry and the tests stand outside the layers. */
const sourcesOf = (name: string, layer: string): string =>
  layer === '.'
    ? `packages/${name}/src/!(index|*.test|*.test.support).ts`
    : `packages/${name}/src/${layer}/**/!(*.test|*.test.support).ts`;

/** The files of another package may not be reached by a path; its built entry is where its name resolves to. */
const packageZones = [...Object.keys(packages).map((name) => `packages/${name}`), 'examples'].map((target) => ({
  target: `${target}/**`,
  from: Object.keys(packages)
    .map((name) => `packages/${name}/**`)
    .filter((glob) => glob !== `${target}/**`),
  except: ['**/dist/**'],
  message: 'Deep import: another package is imported by its name and public entries only.',
}));

const layerZones = Object.entries(layers).flatMap(([name, table]) =>
  Object.entries(table).map(([layer, allowed]) => ({
    target: sourcesOf(name, layer),
    from: Object.keys(table)
      .filter((other) => other !== layer && !allowed.includes(other))
      .map((other) => sourcesOf(name, other)),
    message: `Reverse import: in packages/${name}/src, ${layer} may import ${allowed.join(', ') || 'no other folder'} (scripts/layers.mjs).`,
  })),
);

const deepImport = {
  regex: '^@lapor/[^/]+/(src|dist)(/|$)',
  message: 'Deep import: another package is imported by its name and public entries only.',
};

const reverseImport = (name: string, alsoAllowed: readonly string[] = []) => {
  const allowed = [name, ...(packages[name] ?? []), ...alsoAllowed];
  const forbidden = Object.keys(packages).filter((other) => !allowed.includes(other));
  return {
    regex: `^@lapor/(${forbidden.join('|')})(/|$)`,
    message: `Reverse import: @lapor/${name} may import ${packages[name]?.map((other) => `@lapor/${other}`).join(', ') || 'no other package'} (scripts/layers.mjs).`,
  };
};

const ownEntry = (name: string) => ({
  regex: `^(\\.{1,2}/(.*/)?index(\\.ts)?|@lapor/${name}(/.*)?)$`,
  message: 'Own entry: inside a package, import the file itself, never its index.',
});

const zodClassic = {
  regex: '^zod(/v3.*|/v4(/classic.*)?)?$',
  message: "Zod classic is three times the size: import * as z from 'zod/mini'.",
};

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'node'],
  jsPlugins: [{ name: 'paths', specifier: 'eslint-plugin-import-x' }],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['**/node_modules', '**/dist/**', '**/cdn/**', 'docs/site/**'],
  rules: {
    eqeqeq: 'error',
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'error',
    'import/no-duplicates': 'error',
    'no-restricted-imports': ['error', { patterns: [deepImport] }],
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'no-var': 'error',
    'paths/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: [...packageZones, ...layerZones] }],
    'prefer-const': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'unicorn/filename-case': 'error',

    'import/no-named-as-default-member': 'off', // fast-check is written `fc.…`
    'no-underscore-dangle': 'off', // zod/mini has `_default`
    'typescript/consistent-return': 'off', // the compiler knows it better
    'typescript/no-misused-spread': 'off', // spreading a string into code points is what we mean
    'typescript/no-unsafe-type-assertion': 'off', // inference over schemas cannot do without
    'unicorn/consistent-function-scoping': 'off', // a helper stands beside its only user
    // toReversed and toSorted are missing in browsers that citizens still have.
    'unicorn/no-array-reverse': 'off',
    'unicorn/no-array-sort': 'off',
  },
  overrides: [
    ...Object.keys(packages).flatMap((name) => [
      {
        files: [`packages/${name}/**`],
        rules: { 'no-restricted-imports': ['error', { patterns: [deepImport, reverseImport(name)] }] as const },
      },
      {
        files: [`packages/${name}/src/**`],
        excludeFiles: tests,
        rules: {
          'no-restricted-imports': [
            'error',
            {
              patterns: [deepImport, reverseImport(name), ownEntry(name), ...(name === 'gateway' ? [] : [zodClassic])],
            },
          ] as const,
        },
      },
    ]),
    ...Object.entries(testPackages).map(([name, others]) => ({
      files: tests.map((glob) => `packages/${name}/${glob}`),
      rules: { 'no-restricted-imports': ['error', { patterns: [deepImport, reverseImport(name, others)] }] as const },
    })),
    {
      // Tools that find what they load by the default export.
      files: ['*.config.{ts,mjs}', '**/*.config.{ts,mjs}', 'scripts/test-reporter.mjs'],
      rules: { 'import/no-default-export': 'off' },
    },
    {
      // node:test answers promises that nobody has to wait for, and hostile input is hostile on purpose.
      files: tests,
      rules: {
        'no-control-regex': 'off',
        'typescript/no-floating-promises': 'off',
        // What tests are handed are closures written as methods: none of them uses `this`.
        'typescript/unbound-method': 'off',
        'typescript/no-non-null-assertion': 'off',
        'unicorn/no-thenable': 'off',
      },
    },
    {
      // Without types every array is an array of anything.
      files: ['**/*.mjs'],
      rules: { 'typescript/require-array-sort-compare': 'off' },
    },
  ],
});
