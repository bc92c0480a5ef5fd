import * as z from 'zod/mini';
import type { Check } from './check.ts';
import type { ConformanceContext } from './conformance-context.ts';
import { expectThat } from './deviation.ts';
import { elementsIn, expectErrors, expectOpen311, postOpen311, readOpen311 } from './open311-answer.ts';

const specification = 'Open311 GeoReport v2';

const Text = z.string().check(z.minLength(1));
const MaybeText = z.nullable(Text);

/** A service, by the published JSON Schema: `metadata` is no text, and what is not there is `null`. */
const Service = z.object({
  service_code: Text,
  service_name: Text,
  description: z.optional(MaybeText),
  metadata: z.boolean(),
  type: z.enum(['realtime', 'batch', 'blackbox']),
  keywords: z.optional(MaybeText),
  group: z.optional(MaybeText),
});

const Discovery = z.object({
  endpoints: z.array(z.object({ specification: Text, url: Text, formats: z.array(Text) })),
});

const Update = z.object({
  update_id: Text,
  service_request_id: Text,
  status: Text,
  updated_datetime: Text,
  description: z.nullable(z.string()),
});

/** What anybody may read at the Open311 door, and how it refuses: nothing here leaves anything behind. */
const readServices = async (context: ConformanceContext) =>
  expectOpen311(await readOpen311(context, 'services.json'), z.array(Service), 'a list of services');

export const open311Checks: readonly Check[] = [
  {
    id: 'open311.discovery.endpoint',
    title: 'Discovery names an endpoint of GeoReport v2 that speaks XML',
    source: 'Open311 Service Discovery',
    needs: ['open311'],
    async run(context) {
      const found = expectOpen311(await readOpen311(context, 'discovery.json'), Discovery, 'a discovery document');
      const endpoint = found.endpoints.find((one) => /georeport_v2/i.test(one.specification));
      expectThat(endpoint !== undefined, 'an endpoint of `GeoReport_v2`', found);
      expectThat(endpoint.formats.includes('text/xml'), '`text/xml` among its formats', endpoint.formats);
    },
  },
  {
    id: 'open311.services.schema',
    title: 'Services have the published shape, and each code stands for one',
    source: `${specification}, GET Service List`,
    needs: ['open311'],
    async run(context) {
      const services = await readServices(context);
      const codes = services.map((one) => one.service_code);
      expectThat(codes.length > 0, 'a service', services);
      expectThat(new Set(codes).size === codes.length, 'codes that differ', codes);
    },
  },
  {
    id: 'open311.services.xml',
    title: 'XML is declared as UTF-8 and lists the same services as JSON',
    source: `${specification}, Encoding and Format Support`,
    needs: ['open311'],
    async run(context) {
      const services = await readServices(context);
      const { text, headers, told } = await readOpen311(context, 'services.xml');
      const type = headers.get('content-type') ?? '';
      expectThat(/^text\/xml\b.*charset=utf-8/i.test(type), '`text/xml; charset=utf-8`', type);
      expectThat(/^<\?xml[^>]*encoding="utf-8"/i.test(text), 'a declaration with `encoding="utf-8"`', told);
      const codes = elementsIn(text, 'service_code');
      const expected = services.map((one) => one.service_code);
      expectThat(codes.join(' ') === expected.join(' '), `the services ${expected.join(' ')}`, codes.join(' '));
    },
  },
  {
    id: 'open311.service.unknown',
    title: 'A service that is not there is refused with 404 and a list of errors',
    source: `${specification}, GET Service Definition and Errors`,
    needs: ['open311'],
    async run(context) {
      expectErrors(await readOpen311(context, `services/${context.newName()}.json`), 404);
    },
  },
  {
    id: 'open311.request.unknown',
    title: 'A request that is not there is refused with 404 and a list of errors',
    source: `${specification}, Errors`,
    needs: ['open311'],
    async run(context) {
      expectErrors(await readOpen311(context, 'requests/0.json'), 404);
    },
  },
  {
    id: 'open311.key.unknown',
    title: 'A request with a key that nobody was given is refused with 403',
    source: `${specification}, Errors`,
    needs: ['open311'],
    async run(context) {
      const fields = { service_code: 'x', description: 'x', lat: '0', long: '0' };
      expectErrors(await postOpen311(context, 'requests.json', fields, context.newName()), 403);
    },
  },
  {
    id: 'open311.requests.status',
    title: 'A list of closed requests holds no open one',
    source: `${specification}, GET Service Requests`,
    needs: ['open311'],
    async run(context) {
      const answer = await readOpen311(context, 'requests.json', { status: 'closed' });
      const requests = expectOpen311(answer, z.array(z.object({ status: Text })), 'a list of requests');
      const other = requests.find(({ status }) => status !== 'closed');
      expectThat(other === undefined, 'closed requests alone', other);
    },
  },
  {
    id: 'open311.updates.schema',
    title: 'Updates of requests have the shape that FixMyStreet reads, and each id stands for one',
    source: 'the service request update extension, as FixMyStreet speaks it',
    needs: ['open311'],
    async run(context) {
      const answer = await readOpen311(context, 'servicerequestupdates.json');
      const updates = expectOpen311(answer, z.array(Update), 'a list of updates');
      const ids = updates.map((one) => one.update_id);
      expectThat(new Set(ids).size === ids.length, 'ids that differ', ids);
    },
  },
];
