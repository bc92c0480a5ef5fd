import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import openapiTypes, { astToString } from 'openapi-typescript';

const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');

/** What a stranger writes against the generated types: each line that must not compile says so. */
const strangersCode = `
import type { components, operations, paths, webhooks } from './contract.d.ts';

type NewReport = components['schemas']['NewReport'];
type Receipt = operations['submitReport']['responses'][201]['content']['application/json'];
type DeskAction = components['schemas']['DeskAction'];
type Event = webhooks[keyof webhooks]['post']['requestBody']['content']['application/json'];

export const report: NewReport = { classification: 'complaint', title: 'Lampu jalan padam', content: 'Sejak Jumat lampu padam.' };
// @ts-expect-error A report needs its content.
export const unfinished: NewReport = { classification: 'complaint', title: 'Lampu jalan padam' };
// @ts-expect-error There is no such classification.
export const unheardOf: NewReport = { ...report, classification: 'praise' };

export const lastDay = (receipt: Receipt): string | undefined => receipt.deadlines.find(({ kind }) => kind === 'verification')?.dueOn;
// @ts-expect-error A receipt has a number and not an id.
export const id = (receipt: Receipt): string => receipt.id;

export const action: DeskAction = { type: 'dispose', to: 'dishub-padang' };
// @ts-expect-error Passing on needs somebody to pass on to.
export const toNobody: DeskAction = { type: 'dispose' };

export const newOwner = (event: Event): string | undefined => (event.type === 'report.ownerChanged' ? event.data.owner.name : undefined);

export const query: NonNullable<paths['/v1/reports']['get']['parameters']['query']> = { status: 'inProgress', limit: 50 };
export type Problem = operations['submitReport']['responses'][422]['content']['application/problem+json'];
export const places = ({ errors = [] }: Problem): string[] => errors.map(({ pointer }) => pointer);
`;

const configuration = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: 'es2022',
    module: 'nodenext',
    allowImportingTsExtensions: true,
    types: [],
    skipLibCheck: false,
  },
  files: ['use.ts', 'contract.d.ts'],
};

let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lapor-openapi-'));
  const document = await readFile(new URL('../../../openapi.json', import.meta.url), 'utf8');
  await writeFile(
    join(folder, 'contract.d.ts'),
    astToString(await openapiTypes(document, { defaultNonNullable: false })),
  );
  await writeFile(join(folder, 'use.ts'), strangersCode);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(configuration));
});

after(() => rm(folder, { recursive: true, force: true }));

test('the types that openapi-typescript generates compile under strict, and catch the mistakes of a stranger', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', folder]).catch(
    (error: { stdout: string }) => error,
  );
  assert.equal(stdout, '');
});
