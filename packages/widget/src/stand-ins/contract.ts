// Stands in for `@lapor/schemas/contract` in the files for pages: the endpoints that a form calls, with as much of their
// answers as it reads. The contract itself describes every member of every answer; to read two of them no page has to load
// that. `contract.test.ts` holds the two side by side. Everything else of the contract is passed on as it is.
import * as z from 'zod/mini';

export * from '@lapor/schemas/contract';

type Kind =
  | 'array'
  | 'null'
  | 'object'
  | 'string'
  | 'number'
  | 'boolean'
  | 'undefined'
  | 'bigint'
  | 'symbol'
  | 'function';

const kindOf = (value: unknown): Kind => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);

/** Every place at which a value is built otherwise than a sample. What a sample does not have is not looked at. */
const differences = (sample: unknown, value: unknown, path: readonly PropertyKey[]): (readonly PropertyKey[])[] => {
  if (kindOf(sample) !== kindOf(value)) return [path];
  if (kindOf(sample) !== 'object' && kindOf(sample) !== 'array') return [];
  const parts = Object.entries(value as object);
  return Array.isArray(sample)
    ? parts.flatMap(([index, part]) => (sample.length > 0 ? differences(sample[0], part, [...path, index]) : []))
    : Object.entries(sample as object).flatMap(([name, part]) =>
        differences(part, (value as Record<string, unknown>)[name], [...path, name]),
      );
};

/** The schema of an answer that has at least the members of a sample, of the same kinds. It comes back whole. */
const like = (sample: unknown) => ({
  schema: z.unknown().check(({ value, issues }) => {
    for (const path of differences(sample, value, [])) issues.push({ code: 'custom', input: value, path: [...path] });
  }),
});

const on = (method: string, path: `/${string}`, sample: unknown, repetition: string, status = 200) => ({
  method,
  path,
  callers: ['site'],
  repetition,
  answers: { [status]: like(sample) },
});
const get = (path: `/${string}`, sample: unknown) => on('GET', path, sample, 'safe');

const named = { id: '', name: '' };

export const getSite = get('/v1/site', {
  regionCode: '',
  timeZone: '',
  institution: named,
  limits: {
    titleMin: 0,
    titleMax: 0,
    contentMin: 0,
    contentMax: 0,
    required: [''],
    attachments: { maxCount: 0, maxFileBytes: 0, maxTotalBytes: 0, types: [''] },
  },
  features: {},
  privacyNotice: { version: '' },
  channels: {},
});
export const getChallenge = get('/v1/challenge', {
  algorithm: '',
  challenge: '',
  maxnumber: 0,
  salt: '',
  signature: '',
});
export const listRegions = get('/v1/regions', { items: [{ code: '', fullName: '', level: '' }] });
export const listCategories = get('/v1/categories', {
  items: [{ ...named, selectable: true, questions: [{ id: '', type: '', label: '', required: true }] }],
});
export const suggest = on(
  'POST',
  '/v1/suggestions',
  {
    institutions: [{ institution: named, reasons: [{ text: '' }] }],
    similar: [{ trackingId: '', title: '', status: { label: '' } }],
    personalData: [{ field: '', start: 0, end: 0, message: '' }],
    missing: [{ code: '', message: '' }],
  },
  'idempotent',
);
export const submitReport = on(
  'POST',
  '/v1/reports',
  {
    trackingId: '',
    token: '',
    status: { label: '' },
    owner: named,
    deadlines: [{ kind: '', dueOn: '', state: '' }],
  },
  'keyed',
  201,
);
export const supportReport = on('POST', '/v1/reports/{trackingId}/support', {}, 'keyed');

const digits = z.string().check(z.regex(/^\d{1,15}$/));
const offset = { headers: z.object({ 'upload-offset': digits }) };
const upload = (method: string, answers: object, path = '/v1/uploads/{uploadId}') => ({
  method,
  path,
  callers: ['site'],
  repetition: method === 'HEAD' ? 'safe' : 'idempotent',
  request: { mediaType: 'application/offset+octet-stream' },
  answers,
});

export const createUpload = upload(
  'POST',
  { 201: { headers: z.object({ location: z.string(), 'upload-offset': z.optional(digits) }) } },
  '/v1/uploads',
);
export const headUpload = upload('HEAD', { 200: offset });
export const appendUpload = upload('PATCH', { 204: offset });
export const deleteUpload = upload('DELETE', { 204: {} });
