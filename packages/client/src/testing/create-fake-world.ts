import type { Category, Instant, Institution, Site } from '@lapor/schemas';
import { exampleAnswer } from './contract-examples.ts';
import type { FakeGatewayOptions } from './fake-gateway-options.ts';
import type { FakeWorld } from './fake-world.ts';
import { seededRandom } from './seeded-random.ts';

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

const exampleItems = (operationId: 'listInstitutions' | 'listCategories'): unknown =>
  (exampleAnswer(operationId) as { readonly items: unknown }).items;

const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString().replace(/\.\d+/, '');

/** Makes what the fake gateway holds. Where an option says nothing, it is what the examples of the contract tell. */
export const createFakeWorld = (options: FakeGatewayOptions): FakeWorld => {
  const { siteKey = 'pk_palsu', secretKey = 'sk_palsu', seed = 1 } = options;
  // It runs on from where it starts, so that a test which waits sees time pass.
  let ahead = options.now === undefined ? 0 : Date.parse(options.now) - Date.now();
  return {
    site: { ...(exampleAnswer('getSite') as Site), sandbox: true, ...options.site },
    origins: options.origins,
    siteKey,
    secretKey,
    institutions: byId(options.institutions ?? (exampleItems('listInstitutions') as Institution[])),
    categories: byId(options.categories ?? (exampleItems('listCategories') as Category[])),
    reports: new Map(),
    uploads: new Map(),
    attempts: new Map(),
    random: seededRandom(seed),
    now: () => instantOf(Date.now() + ahead),
    setClock: (now) => {
      ahead = Date.parse(now) - Date.now();
    },
  };
};
