import * as z from 'zod/mini';
import type { Check } from './check.ts';
import type { ConformanceContext } from './conformance-context.ts';
import { expectThat } from './deviation.ts';
import { elementsIn, expectOpen311, postOpen311, readOpen311 } from './open311-answer.ts';

const specification = 'Open311 GeoReport v2';

const Text = z.string().check(z.minLength(1));
const MaybeText = z.nullable(Text);
const Moment = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/));

/** A request, by the published JSON Schema: positions are numbers, and what is not there is `null`, never an empty text. */
const Request = z.object({
  service_request_id: Text,
  status: z.enum(['open', 'closed']),
  status_notes: z.optional(MaybeText),
  service_name: Text,
  service_code: Text,
  description: MaybeText,
  agency_responsible: z.optional(MaybeText),
  service_notice: z.optional(MaybeText),
  requested_datetime: Moment,
  updated_datetime: Moment,
  expected_datetime: z.optional(z.nullable(Moment)),
  address: MaybeText,
  address_id: MaybeText,
  zipcode: MaybeText,
  lat: z.nullable(z.number()),
  long: z.nullable(z.number()),
  media_url: MaybeText,
});

const Created = z.array(z.object({ service_request_id: z.optional(Text), token: z.optional(Text) })).check(z.length(1));

/** Who reports in the checks: invented, and easy to find again. */
const reporter = {
  first_name: 'Datuak',
  last_name: 'Uji Kasasuaian',
  email: 'uji.kasasuaian@contoh.example',
  phone: '+6281300000311',
};

/** A service that asks nothing, so that a request can be filed without knowing the server. */
const plainService = (context: ConformanceContext): Promise<string> =>
  context.remember('open311.service', async () => {
    const services = expectOpen311(
      await readOpen311(context, 'services.json'),
      z.array(z.object({ service_code: Text, metadata: z.boolean() })),
      'a list of services',
    );
    const plain = services.find(({ metadata }) => !metadata);
    if (plain === undefined) throw new Error('every service asks something');
    return plain.service_code;
  });

/** Files one invented request for all checks, and gives its number. */
const filed = (context: ConformanceContext): Promise<{ readonly id: string; readonly words: string }> =>
  context.remember('open311.request', async () => {
    // Letters alone: what has digits among them may be masked as a number that belongs to somebody.
    const words = `Permintaan uji ${context.newName().replace(/\P{L}/gu, '')}.`;
    const answer = await postOpen311(context, 'requests.json', {
      ...reporter,
      service_code: await plainService(context),
      lat: '-0.95',
      long: '100.35',
      address_string: 'Jalan Uji 1',
      description: `${words}\r\nBaris kedua.`,
    });
    const [request] = expectOpen311(answer, Created, 'one request with its number or token');
    if (request?.service_request_id !== undefined) return { id: request.service_request_id, words };
    const told = await readOpen311(context, `tokens/${request?.token}.json`);
    const [known] = expectOpen311(told, z.array(z.object({ service_request_id: Text })), 'the number for a token');
    return { id: known?.service_request_id ?? '', words };
  });

const read = async (context: ConformanceContext, id: string) => {
  const answer = await readOpen311(context, `requests/${encodeURIComponent(id)}.json`);
  const requests = expectOpen311(answer, z.array(Request).check(z.length(1)), 'one request of the published shape');
  return { request: requests[0] as z.infer<typeof Request>, text: answer.text };
};

/** What is filed at the Open311 door, and read there again. */
export const open311FilingChecks: readonly Check[] = [
  {
    id: 'open311.request.filed',
    title: 'A request is answered with its number, or with a token that becomes one',
    source: `${specification}, POST Service Request and GET service_request_id from a token`,
    needs: ['open311', 'filing'],
    async run(context) {
      const { id } = await filed(context);
      expectThat(id !== '', 'a number', id);
    },
  },
  {
    id: 'open311.request.schema',
    title: 'A request has the published shape, with its position as numbers',
    source: `${specification}, GET Service Request`,
    needs: ['open311', 'filing'],
    async run(context) {
      const { id, words } = await filed(context);
      const { request } = await read(context, id);
      expectThat(request.service_request_id === id, `the number ${id}`, request.service_request_id);
      expectThat(request.description?.includes(words) ?? false, 'its own words', request.description);
      expectThat(typeof request.lat === 'number' && typeof request.long === 'number', 'its position', request);
    },
  },
  {
    id: 'open311.request.line-ends',
    title: 'What came with CRLF reads the same in XML and JSON',
    source: 'observed: foreign clients send CRLF in descriptions; XML 1.0, 2.11',
    needs: ['open311', 'filing'],
    async run(context) {
      const { id } = await filed(context);
      const { request } = await read(context, id);
      const { text } = await readOpen311(context, `requests/${encodeURIComponent(id)}.xml`);
      const [inXml] = elementsIn(text, 'description');
      expectThat(inXml === request.description, JSON.stringify(request.description), JSON.stringify(inXml));
    },
  },
  {
    id: 'open311.request.listed',
    title: 'A request is found by its number among others',
    source: `${specification}, GET Service Requests, service_request_id`,
    needs: ['open311', 'filing'],
    async run(context) {
      const { id } = await filed(context);
      const answer = await readOpen311(context, 'requests.json', { service_request_id: `${id},0` });
      const requests = expectOpen311(answer, z.array(Request), 'a list of requests');
      const ids = requests.map((one) => one.service_request_id);
      expectThat(ids.length === 1 && ids[0] === id, id, ids);
    },
  },
  {
    id: 'open311.request.identity',
    title: 'Nobody reads who reported',
    source: `${specification} knows no members for it; UU 27/2022`,
    needs: ['open311', 'filing'],
    async run(context) {
      const { id } = await filed(context);
      const { text } = await read(context, id);
      const told = Object.values(reporter).filter((word) => text.includes(word));
      expectThat(told.length === 0, 'nothing of the reporter', told);
    },
  },
];
