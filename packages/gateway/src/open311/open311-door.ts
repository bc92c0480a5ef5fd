import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import type { LimitRate, Page } from '../http/page.ts';
import type { Arrival } from '../http/serve-endpoint.ts';
import { Refusal } from '../refusal/refusal.ts';
import { type Answer, answerFault, type Format, writeAnswer } from './answer.ts';
import { discovery } from './discovery.ts';
import { countCall, jurisdictionOf } from './jurisdiction.ts';
import { listRequests, showRequest } from './list-requests.ts';
import { listUpdates } from './list-updates.ts';
import { languageOf, lookable, open311Base, openCall, type Open311Call } from './open311-call.ts';
import { Open311Fault } from './open311-fault.ts';
import { postRequest, showToken } from './post-request.ts';
import { postUpdate } from './post-update.ts';
import { defineService, listServices } from './services.ts';

/** What is asked for: a resource, perhaps one thing of it, and in which form. */
interface Asked {
  readonly resource: string;
  readonly id: string | undefined;
  readonly format: Format;
}

/** The form that the name ends with; without an ending what the headers ask for, and XML, which the specification requires. */
const split = (name: string, request: Request): { name: string; format: Format } => {
  const [, stem, ending] = /^(.*)\.(xml|json)$/is.exec(name) ?? [];
  if (stem !== undefined && ending !== undefined) return { name: stem, format: ending.toLowerCase() as Format };
  return { name, format: request.headers.get('accept')?.includes('json') ? 'json' : 'xml' };
};

const askedIn = ({ path, request }: Arrival): Asked => {
  const { resource = '', id } = path;
  if (id === undefined) {
    const { name, format } = split(resource, request);
    return { resource: name, id: undefined, format };
  }
  const { name, format } = split(id, request);
  return { resource, id: lookable(name), format };
};

/** Answers one resource. */
type Resource = (call: Open311Call, id: string) => Promise<Answer>;

/** A read: counted by its caller's address, before anything is looked up. */
const read =
  (answer: Resource): Resource =>
  async (call, id) => {
    await countCall(call, { kind: 'anyone' }, 'read');
    return answer(call, id);
  };

const lists: Readonly<Record<string, Partial<Record<'GET' | 'POST', Resource>>>> = {
  discovery: { GET: read(discovery) },
  services: { GET: read(async (call) => listServices(call, await jurisdictionOf(call))) },
  requests: { GET: read(async (call) => listRequests(call, await jurisdictionOf(call))), POST: postRequest },
  servicerequestupdates: { GET: read(async (call) => listUpdates(call, await jurisdictionOf(call))), POST: postUpdate },
};

const things: Readonly<Record<string, Partial<Record<'GET' | 'POST', Resource>>>> = {
  services: { GET: read(async (call, id) => defineService(call, await jurisdictionOf(call), id)) },
  requests: { GET: read(showRequest) },
  tokens: { GET: read(showToken) },
};

const resourceOf = ({ resource, id }: Asked, method: string): Resource => {
  const resources = id === undefined ? lists : things;
  const methods = Object.hasOwn(resources, resource) ? resources[resource] : undefined;
  if (methods === undefined) throw new Open311Fault(404, 'nothingHere');
  const answer = methods[method === 'HEAD' ? 'GET' : (method as 'GET' | 'POST')];
  if (answer === undefined) {
    const allowed = Object.keys(methods);
    throw new Refusal('methodNotAllowed', { allowed }, { headers: { allow: allowed.join(', ') } });
  }
  return answer;
};

/**
 * The Open311 door: GeoReport v2 in XML and JSON, over the same engine as every other door.
 *
 * @see https://wiki.open311.org/GeoReport_v2/
 */
export const open311Door = (engine: Engine, handlers: Handlers): readonly Page[] => {
  const answer = async (arrival: Arrival, limitRate: LimitRate, name: string): Promise<Response> => {
    const asked = askedIn(arrival);
    try {
      const resource = resourceOf(asked, arrival.request.method);
      const call = await openCall(engine, handlers, arrival, limitRate);
      return writeAnswer(await resource(call, asked.id ?? ''), asked.format, {
        ...arrival.headers,
        'content-language': call.language,
      });
    } catch (error) {
      if (!(error instanceof Open311Fault))
        engine.journal.failed(error, { requestId: arrival.requestId, operation: name });
      const language = languageOf(arrival, new URL(arrival.request.url).searchParams);
      return answerFault(error, arrival, asked.format, language);
    }
  };

  const page = (name: string, path: Page['path']): Page => ({
    name,
    path,
    methods: ['GET', 'POST'],
    answer: (arrival, limitRate) => answer(arrival, limitRate, name),
  });
  return [page('open311', `${open311Base}/{resource}`), page('open311Thing', `${open311Base}/{resource}/{id}`)];
};
