import type { ProblemCode } from '@lapor/schemas';
import type { Caller, Endpoint } from '@lapor/schemas/contract';
import type { TestGateway } from '../both-databases.test.support.ts';
import { hashKey } from '../keys/hash-key.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import type { World } from './world.test.support.ts';

/** What a call may carry to show who makes it. */
export interface Credential {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What it proves to be, when it proves anything. */
  readonly kind?: Caller;
  /** Why it is refused wherever a key is asked for; or, for a key that is good, only where its kind is taken. */
  readonly refusal?: ProblemCode;
}

const bearer = (key: string, more: Record<string, string> = {}) => ({ authorization: `Bearer ${key}`, ...more });

const spoiltKeys = [
  ['pk_test_revoked', 'publishable', 'sumbar', null, null, null, '2026-02-01T00:00:00Z'],
  ['sk_test_revoked', 'secret', null, 'nasional', 'nationalAdmin', null, '2026-02-01T00:00:00Z'],
  ['sk_test_expired', 'secret', null, 'nasional', 'nationalAdmin', '2026-03-10T02:00:00Z', null],
] as const;

/** Adds keys that were good once. */
export const addSpoiltKeys = async ({ gateway: { engine } }: TestGateway): Promise<void> => {
  for (const [key, kind, site, institution, role, expires, revoked] of spoiltKeys) {
    await engine.database.query(
      `insert into access_key (id, kind, hash, prefix, name, site_id, institution_id, role, created_at, expires_at, revoked_at)
       values ($1, $2, $3, $4, $1, $5, $6, $7, '2026-01-01T00:00:00Z', $8, $9)`,
      [`${kind}-${key.slice(8)}`, kind, hashKey(key), key.slice(0, 9), site, institution, role, expires, revoked],
    );
  }
  engine.keys.clear();
};

/** Every kind of wrong credential, and a right one of every kind: of the right ones each endpoint takes some. */
export const credentialsIn = ({ open, confidential }: World): Credential[] => [
  { name: 'none', headers: {}, refusal: 'keyMissing' },
  { name: 'an empty header', headers: { authorization: '' }, refusal: 'keyMissing' },
  { name: 'no key after Bearer', headers: { authorization: 'Bearer ' }, refusal: 'keyMissing' },
  {
    name: 'another scheme',
    headers: { authorization: `Basic ${btoa(`admin:${testKeys.national}`)}` },
    refusal: 'keyMissing',
  },
  {
    name: 'two keys in one header',
    headers: { authorization: `Bearer ${testKeys.site} ${testKeys.national}` },
    refusal: 'keyMissing',
  },
  { name: 'a key without its scheme', headers: { authorization: testKeys.national }, refusal: 'keyMissing' },
  { name: 'a key in the wrong header', headers: { 'x-api-key': testKeys.national }, refusal: 'keyMissing' },
  { name: 'a key of 10,000 letters', headers: bearer('x'.repeat(10_000)), refusal: 'keyMissing' },
  { name: 'garbage', headers: bearer(`!"#$%&'()*+,-./:;<=>?@[\\]^_{|}~`), refusal: 'keyUnknown' },
  { name: 'an unknown publishable key', headers: bearer('pk_test_nobody'), refusal: 'keyUnknown' },
  { name: 'an unknown secret key', headers: bearer('sk_test_nobody'), refusal: 'keyUnknown' },
  { name: 'a key in other letters', headers: bearer(testKeys.national.toUpperCase()), refusal: 'keyUnknown' },
  { name: 'a key with one letter more', headers: bearer(`${testKeys.national}x`), refusal: 'keyUnknown' },
  { name: 'the hash of a key', headers: bearer(hashKey(testKeys.national).toString('hex')), refusal: 'keyUnknown' },
  { name: 'the shown beginning of a key', headers: bearer(testKeys.national.slice(0, 9)), refusal: 'keyUnknown' },
  { name: 'an unknown token', headers: bearer(`rt_${'A'.repeat(43)}`), refusal: 'keyUnknown' },
  {
    name: 'a token of no report',
    headers: bearer(open.token.replace(/^rt_\d+/, 'rt_9999999999')),
    refusal: 'keyUnknown',
  },
  {
    name: 'a token moved to another report',
    headers: bearer(open.token.replace(/^rt_\d+/, `rt_${confidential.trackingId}`)),
    refusal: 'keyUnknown',
  },
  {
    name: 'a token with one letter changed',
    headers: bearer(open.token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))),
    refusal: 'keyUnknown',
  },
  { name: 'a token with one letter less', headers: bearer(open.token.slice(0, -1)), refusal: 'keyUnknown' },
  { name: 'a token without its prefix', headers: bearer(open.token.slice(3)), refusal: 'keyUnknown' },
  ...spoiltKeys.map(([key]): Credential => ({
    name: key.replace('_test_', '… that is '),
    headers: bearer(key),
    refusal: 'keyUnknown',
  })),
  {
    name: 'a site’s key on a foreign page',
    headers: bearer(testKeys.site, { origin: 'https://palsu.example' }),
    kind: 'site',
    refusal: 'originNotAllowed',
  },
  {
    name: 'a site’s key on another site’s page',
    headers: bearer(testKeys.site, { origin: 'https://padang.example' }),
    kind: 'site',
    refusal: 'originNotAllowed',
  },
  {
    name: 'a site’s key in a sandboxed frame',
    headers: bearer(testKeys.site, { origin: 'null' }),
    kind: 'site',
    refusal: 'originNotAllowed',
  },
  { name: 'a site’s key', headers: bearer(testKeys.site), kind: 'site' },
  { name: 'the national admin’s key', headers: bearer(testKeys.national), kind: 'desk' },
  { name: 'a city’s key', headers: bearer(testKeys.padangAdmin), kind: 'desk' },
  { name: 'a token', headers: bearer(open.token), kind: 'reporter' },
  { name: 'the token of a confidential report', headers: bearer(confidential.token), kind: 'reporter' },
];

/** How an endpoint must refuse a credential; `undefined` when it goes on to look at what is asked. */
export const expectedRefusal = ({ callers }: Endpoint, { kind, refusal }: Credential): ProblemCode | undefined => {
  if (callers.includes('anyone')) return undefined;
  if (kind !== undefined && !callers.includes(kind)) return 'scopeInsufficient';
  return refusal;
};
