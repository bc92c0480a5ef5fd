import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NewReport, NewReportInput } from '../report.ts';
import type { Receipt } from '../receipt.ts';
import type {
  AnswerBody,
  AnswerHeaders,
  AnswerStatus,
  Call,
  Handler,
  PathParameters,
  Query,
  QueryInput,
  RequestBody,
  RequestBodyInput,
  RequestHeaders,
  Success,
} from './exchange.ts';
import { receipt } from './documentation/samples/report.ts';
import type { endpoints } from './table.ts';

type Endpoints = typeof endpoints;

/** `true` when two types are the same, and a compile error otherwise. */
type Same<A, B> = [A, B] extends [B, A] ? true : never;
const same = <A, B>(_: Same<A, B>): void => undefined;

test('bodies are what the schemas say, before and after they are read', () => {
  same<RequestBody<Endpoints['submitReport']>, NewReport>(true);
  same<RequestBodyInput<Endpoints['submitReport']>, NewReportInput>(true);
  same<AnswerBody<Endpoints['submitReport']>, Receipt>(true);
  same<AnswerStatus<Endpoints['submitReport']>, 201>(true);
  same<AnswerHeaders<Endpoints['submitReport']>, { location: string }>(true);
});

test('what an endpoint does not have is undefined', () => {
  same<PathParameters<Endpoints['submitReport']>, undefined>(true);
  same<Query<Endpoints['submitReport']>, undefined>(true);
  same<RequestBody<Endpoints['getSite']>, undefined>(true);
  same<RequestBody<Endpoints['appendUpload']>, undefined>(true);
  same<AnswerBody<Endpoints['revokeKey']>, undefined>(true);
  same<AnswerBody<Endpoints['downloadAttachment']>, undefined>(true);
});

test('a caller may leave out of a query what has a default', () => {
  const query: QueryInput<Endpoints['listRegions']> = { parent: '13' };
  same<Query<Endpoints['listRegions']>['limit'], number>(true);
  assert.equal(query.limit, undefined);
});

test('a call has the parts that its endpoint has, and no others', () => {
  same<keyof Call<Endpoints['actOnReport']>, 'parameters' | 'headers' | 'body'>(true);
  same<keyof Call<Endpoints['listReports']>, 'query'>(true);
  same<RequestHeaders<Endpoints['appendUpload']>['upload-offset'], string>(true);
});

test('a handler answers with the status, the body and the headers of its endpoint', async () => {
  const submit: Handler<Endpoints['submitReport'], { siteId: string }> = async ({ body }, { siteId }) => ({
    status: 201,
    body: { ...receipt, owner: { id: siteId, name: body.title } },
    headers: { location: `/v1/reports/${receipt.trackingId}` },
  });
  const call = {
    body: {
      classification: 'complaint',
      title: 'Judul',
      content: 'Isi laporan.',
      anonymous: false,
      confidential: false,
      language: 'id',
    },
  } as const;
  const answer = await submit(call, { siteId: 'padang-kota' });
  assert.deepEqual(answer.body.owner, { id: 'padang-kota', name: 'Judul' });
});

test('a handler cannot answer with another status or without its body', () => {
  // @ts-expect-error 200 is no success of this endpoint.
  const wrongStatus: Success<Endpoints['submitReport']> = { status: 200, body: receipt, headers: { location: '' } };
  // @ts-expect-error The receipt is missing.
  const withoutBody: Success<Endpoints['submitReport']> = { status: 201, headers: { location: '' } };
  const nothing: Success<Endpoints['revokeKey']> = { status: 204 };
  assert.deepEqual([wrongStatus.status, withoutBody.status, nothing.status], [200, 201, 204]);
});
