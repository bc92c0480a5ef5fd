import assert from 'node:assert/strict';
import type { DeskAction } from '@lapor/schemas';
import type { OperationId } from '@lapor/schemas/contract';
import type { TestGateway } from '../both-databases.test.support.ts';
import { sampleReport, type TestAnswer, testKeys } from '../test-gateway.test.support.ts';
import { ask } from './ask.test.support.ts';
import { rawCallOf, type SampleCall, silentReceiver } from './sample-call.test.support.ts';

/** A report that was filed, as its reporter knows it. */
export interface Filed {
  readonly trackingId: string;
  readonly token: string;
}

/** Does a sample call, which must succeed. */
export const succeed = async ({ gateway }: Pick<TestGateway, 'gateway'>, sample: SampleCall): Promise<TestAnswer> => {
  const answer = await ask(gateway, rawCallOf(sample));
  assert.ok(answer.status < 300, `${sample.operationId}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
};

/** Files a report. */
export const file = async (opened: TestGateway, change: object = {}, key: string = testKeys.site): Promise<Filed> => {
  const { body } = await succeed(opened, { operationId: 'submitReport', key, body: sampleReport(change) });
  return { trackingId: body.trackingId, token: body.token };
};

/** Does something to a report at the desk. */
export const act = (
  opened: TestGateway,
  { trackingId }: Filed,
  action: DeskAction,
  key: string = testKeys.admin,
): Promise<TestAnswer> =>
  succeed(opened, { operationId: 'actOnReport', key, parameters: { trackingId }, body: action });

/** Leads a report as far as an answer from the roads office, which the reporter may now confirm or dispute. */
export const answerReport = async (opened: TestGateway, report: Filed): Promise<Filed> => {
  await act(opened, report, { type: 'verify' });
  await act(opened, report, { type: 'dispose', to: 'sumbar.bmckt' });
  await act(opened, report, { type: 'startFollowUp', plan: 'Kami periksa besok.' }, testKeys.liaison);
  await act(opened, report, { type: 'respond', message: 'Papan jembatan sudah kami ganti.' }, testKeys.liaison);
  return report;
};

const resumable = { 'tus-resumable': '1.0.0' } as const;
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** A small file that the gateway takes. */
export const smallPdf = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from('%PDF-1.7\nisi surat\n%%EOF\n'));

/** Begins an upload, with all its bytes when there are any. */
export const upload = async (
  opened: TestGateway,
  bytes: Uint8Array | undefined,
  key: string = testKeys.site,
  name = 'surat.pdf',
): Promise<string> => {
  const headers = {
    ...resumable,
    'upload-length': String(bytes?.byteLength ?? 100),
    'upload-metadata': `filename ${base64(name)},filetype ${base64('application/pdf')}`,
  };
  const { headers: answered } = await succeed(opened, {
    operationId: 'createUpload',
    key,
    headers,
    ...(bytes && { body: bytes }),
  });
  return answered.get('location')!.split('/').at(-1)!;
};

/** What lies in a gateway for calls to be about: one thing of each kind. */
export interface World {
  /** Filed a moment ago, at the province. */
  readonly open: Filed;
  /** Answered by the roads office, and the reporter's turn. */
  readonly answered: Filed;
  readonly confidential: Filed;
  /** Of the city of Padang, which is none of the province's offices' business. */
  readonly foreign: Filed;
  readonly openUploadId: string;
  readonly foreignUploadId: string;
  /** Query and id of a link to a file. */
  readonly attachment: { readonly id: string; readonly expires: string; readonly signature: string };
  readonly templateId: string;
  readonly spareKeyId: string;
  /** Of the province. */
  readonly webhookId: string;
  readonly deliveryId: string;
  /** Two things about the open report that could not be brought to another system. */
  readonly setAside: readonly [string, string];
}

const attachmentOf = async (opened: TestGateway, { trackingId, token }: Filed): Promise<World['attachment']> => {
  const { body } = await succeed(opened, { operationId: 'getReport', key: token, parameters: { trackingId } });
  const link = new URL(body.own.attachments[0].url);
  return {
    id: link.pathname.split('/').at(-1)!,
    expires: link.searchParams.get('expires')!,
    signature: link.searchParams.get('signature')!,
  };
};

/** What a connector would leave behind whose other system refuses. */
const putAside = async ({ gateway }: TestGateway, { trackingId }: Filed): Promise<World['setAside']> => {
  const rows = await gateway.engine.database.query<{ id: string }>(
    `insert into forwarding_task (report_id, connector, sequence, kind, state, attempts, last_error)
     select report.id, 'sp4n', place, 'reply', 'failed', 1, 'it answered 422' from report, generate_series(2, 3) as place
     where tracking_id = $1 returning forwarding_task.id`,
    [trackingId],
  );
  const [one, other] = rows.map(({ id }) => `fwt_${id}`);
  return [one!, other!];
};

/** Fills a gateway with one thing of each kind, all through its own doors. */
export const buildWorld = async (opened: TestGateway): Promise<World> => {
  const withFile = await file(opened, { title: 'Dengan surat', attachments: [await upload(opened, smallPdf())] });
  const template = await succeed(opened, {
    operationId: 'createReplyTemplate',
    key: testKeys.admin,
    body: { name: 'Salam', text: 'Terima kasih atas laporan Anda.' },
  });
  const spare = await succeed(opened, {
    operationId: 'createKey',
    key: testKeys.admin,
    body: { kind: 'secret', institutionId: 'sumbar.sosial', role: 'liaisonOfficer', name: 'Cadangan' },
  });
  const { body: webhook } = await succeed(opened, {
    operationId: 'createWebhook',
    key: testKeys.admin,
    body: { url: silentReceiver },
  });
  const delivery = await succeed(opened, {
    operationId: 'testWebhook',
    key: testKeys.admin,
    parameters: { endpointId: webhook.id },
  });
  const open = await file(opened);
  return {
    open,
    answered: await answerReport(opened, await file(opened, { title: 'Sudah dijawab' })),
    confidential: await file(opened, { title: 'Laporan rahasia', confidential: true }),
    foreign: await file(opened, { title: 'Laporan kota' }, testKeys.padangSite),
    openUploadId: await upload(opened, undefined),
    foreignUploadId: await upload(opened, undefined, testKeys.padangSite),
    attachment: await attachmentOf(opened, withFile),
    templateId: template.body.id,
    spareKeyId: spare.body.id,
    webhookId: webhook.id,
    deliveryId: delivery.body.id,
    setAside: await putAside(opened, open),
  };
};

/** The operations that this gateway offers. What it does not offer is not there (404) whatever is asked of it. */
export const wiredOperations = async (
  { gateway }: Pick<TestGateway, 'gateway'>,
  operations: readonly SampleCall[],
): Promise<OperationId[]> => {
  const wired: OperationId[] = [];
  for (const sample of operations) {
    const { method, path, headers } = rawCallOf({ ...sample, key: null, query: {} });
    const { status } = await gateway.fetch(new Request(`http://localhost:1708${path}`, { method, headers: headers! }));
    if (status !== 404 && status !== 405) wired.push(sample.operationId);
  }
  return wired;
};
