import type { Category } from '@lapor/schemas';
import { submitReport } from '@lapor/schemas/contract';
import { type FormBody, readFormBody } from '../forms/read-form-body.ts';
import { bodyLimitsFor, holdingFiles } from '../forms/take-files.ts';
import { siteForPrograms } from '../engine/site-for-programs.ts';
import { asRefusal } from '../http/answer-problem.ts';
import type { HandlerOf } from '../http/handlers.ts';
import { alone, attemptName } from '../http/idempotency.ts';
import { keepFiles } from '../http/keep-file.ts';
import { readNewReport } from '../http/read-new-report.ts';
import type { Identity, RequestContext } from '../http/request-context.ts';
import { Refusal } from '../refusal/refusal.ts';
import { attemptHash } from '../reports/accept-report.ts';
import type { SiteRecord } from '../sites/site-record.ts';
import { limitsOf } from '../sites/site-record.ts';
import type { Answer } from './answer.ts';
import { attemptOfFields } from './attempt-of-fields.ts';
import { countCall, identifyKey, keyIn, siteOfHolder } from './jurisdiction.ts';
import { linksIn, noteLinks } from './note-links.ts';
import { given, type Open311Call } from './open311-call.ts';
import { Open311Fault } from './open311-fault.ts';
import { reportOfFields } from './report-of-fields.ts';
import { categoryOfService } from './services.ts';

/** Who files, where, and what: everything that is known before anything is kept. */
interface Filing {
  readonly call: Open311Call;
  readonly identity: Extract<Identity, { kind: 'site' }>;
  readonly site: SiteRecord;
  readonly category: Category | undefined;
  readonly body: FormBody;
  readonly attempt: string;
}

const contextOf = ({ call, identity }: Pick<Filing, 'call' | 'identity'>, idempotencyKey: string): RequestContext => ({
  identity,
  channel: 'open311',
  language: call.language,
  requestId: call.arrival.requestId,
  now: call.now,
  address: call.arrival.address,
  // Its path stands in what an attempt asked for: `requests.xml` and `requests.json` are one.
  request: new Request(`${call.engine.publicUrl}${submitReport.path}`, { method: submitReport.method }),
  idempotencyKey,
});

interface Filed {
  readonly trackingId: string;
  readonly ownerName: string;
}

/** The report that an attempt filed before. */
const filedBy = async ({ call, identity, attempt }: Filing): Promise<Filed | undefined> => {
  const [row] = await call.engine.database.query<{ tracking_id: string; owner_id: string }>(
    'select tracking_id, owner_id from report where attempt = $1',
    [attemptHash(attemptName(identity, 'submitReport', attempt))],
  );
  return row && { trackingId: row.tracking_id, ownerName: call.directory.reference(row.owner_id).name };
};

/** Files the report by the contract's own operation, so that it is accepted in one way only. */
const file = async (filing: Filing): Promise<Filed> => {
  const { call, site, category, body, attempt } = filing;
  // Files are kept under new names each time: a repetition that has some is looked for before.
  const before = body.files.length > 0 ? await filedBy(filing) : undefined;
  if (before !== undefined) return before;
  const attachments = await keepFiles(call.handlers, contextOf(filing, call.arrival.requestId), body.files);
  const fields = reportOfFields(call, body.values, { site, category, attachments });
  const report = readNewReport(site, call.language, fields, attempt);
  const submit = call.handlers.submitReport as HandlerOf<'submitReport'>;
  const { body: receipt } = await submit({ body: report }, contextOf(filing, attempt));
  return { trackingId: receipt.trackingId, ownerName: receipt.owner.name };
};

/** A form with its line ends as the gateway has them: what came as CRLF would read differently in XML than in JSON. */
const tidied = ({ values, ...rest }: FormBody): FormBody => ({
  ...rest,
  values: new URLSearchParams(
    [...values].map(([name, value]) => [name, value.replace(/\r\n?/g, '\n')] as [string, string]),
  ),
});

/** Reads a posted form as far as a site's limits go. */
export const readFields = async (
  { arrival }: Open311Call,
  limits = limitsOf({ name: '' }).attachments,
): Promise<FormBody> => tidied(await readFormBody(arrival.request, bodyLimitsFor(limits)));

const openFiling = async (call: Open311Call, body: FormBody): Promise<Filing> => {
  const key = keyIn(call, body.values);
  if (key === undefined) throw new Refusal('keyMissing');
  const holder = await identifyKey(call, key);
  await countCall(call, holder, 'write');
  const jurisdiction = given(body.values, 'jurisdiction_id') ?? given(call.query, 'jurisdiction_id');
  const record = await siteOfHolder(call, holder, jurisdiction);
  const code = given(body.values, 'service_code');
  if (code === undefined) throw new Open311Fault(400, 'serviceMissing');
  const site = siteForPrograms(record, holder.kind === 'site' ? 'publishable' : 'secret');
  return {
    call,
    identity: { kind: 'site', keyId: holder.keyId, site },
    site,
    category: categoryOfService(call, record, code),
    body,
    attempt: attemptOfFields(call, body.values, body.files, site),
  };
};

/** `POST requests`: files a report. While the same request is under way already, the answer is a token to ask with later. */
export const postRequest = (call: Open311Call): Promise<Answer> =>
  holdingFiles(async () => {
    const filing = await openFiling(call, await readFields(call));
    const name = attemptName(filing.identity, 'submitReport', filing.attempt);
    try {
      const { trackingId, ownerName } = await alone(name, () => file(filing));
      const coordinatorId = call.directory.coordinatorOf(filing.site.institutionId);
      const links = { trackingId, urls: linksIn(filing.body), attempt: `links-${trackingId}-${filing.attempt}` };
      await noteLinks(call, coordinatorId, links);
      const url = `${call.engine.publicUrl}/forms/status?number=${trackingId}`;
      const service_notice = call.say.serviceNotice({ trackingId, institution: ownerName, url });
      return {
        root: 'service_requests',
        value: [{ service_request_id: trackingId, service_notice, account_id: null }],
      };
    } catch (error) {
      if (asRefusal(error).code !== 'idempotencyInProgress') throw error;
      const token = attemptHash(name).toString('hex');
      return { root: 'service_requests', value: [{ token, service_notice: null, account_id: null }] };
    }
  });

/** `GET tokens/TOKEN`: the number of the report that a request under way has become. */
export const showToken = async ({ engine }: Open311Call, token: string): Promise<Answer> => {
  const [row] = /^[0-9a-f]{64}$/.test(token)
    ? await engine.database.query<{ tracking_id: string }>('select tracking_id from report where attempt = $1', [
        Buffer.from(token, 'hex'),
      ])
    : [];
  if (row === undefined) throw new Open311Fault(404, 'tokenUnknown');
  return { root: 'service_requests', isPublic: true, value: [{ service_request_id: row.tracking_id, token }] };
};
