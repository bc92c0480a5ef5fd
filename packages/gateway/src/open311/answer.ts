import type { FieldError, Language } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';
import { asRefusal, problemOf } from '../http/answer-problem.ts';
import type { AnswerHeaders } from '../http/answer-headers.ts';
import type { Arrival } from '../http/serve-endpoint.ts';
import { Open311Fault } from './open311-fault.ts';
import { type Value, writeXml } from './write-xml.ts';

/** The two forms in which GeoReport v2 speaks. */
export type Format = 'xml' | 'json';

const mediaTypes: Readonly<Record<Format, string>> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** An answer: the name that its root has in XML, and what stands in it. */
export interface Answer {
  readonly root: string;
  readonly value: Exclude<Value, null | undefined>;
  /** Whether any page may read it, wherever it stands. */
  readonly isPublic?: boolean;
}

/** Nothing is `null` in JSON, never an empty text. */
const nulls = (_name: string, value: unknown): unknown => (value === '' ? null : value);

/** Writes an answer in the form that was asked for. */
export const writeAnswer = (
  { root, value, isPublic }: Answer,
  format: Format,
  headers: AnswerHeaders,
  status = 200,
): Response =>
  new Response(format === 'xml' ? writeXml(root, value) : JSON.stringify(value, nulls), {
    status,
    headers: {
      ...headers,
      'content-type': mediaTypes[format],
      'cache-control': 'no-cache',
      ...(isPublic && { 'access-control-allow-origin': '*' }),
      vary: [headers['vary'], 'Accept', 'Accept-Language'].filter(Boolean).join(', '),
    },
  });

/** What the specification calls the parts of a report. */
const names: Readonly<Record<string, string>> = {
  '/title': 'attribute[title]',
  '/content': 'description',
  '/incident/place/landmark': 'address_string',
  '/incident/place/position/latitude': 'lat',
  '/incident/place/position/longitude': 'long',
  '/incident/date': 'attribute[date]',
  '/categoryId': 'service_code',
  '/reporter/name': 'first_name, last_name',
  '/reporter/email': 'email',
  '/reporter/phone': 'phone',
  '/classification': 'attribute[classification]',
  '/message': 'description',
  '/reason': 'description',
};

const describe = ({ pointer, message }: FieldError): string => {
  const [, code] = /^\/answers\/([^/]+)/.exec(pointer) ?? [];
  if (code !== undefined) return `attribute[${code}]: ${message}`;
  const name = names[pointer];
  return name === undefined ? message : `${name}: ${message}`;
};

/**
 * The status by the specification: 403 about keys, 404 for what is not there, 400 for everything else. Kept are those that
 * tell a program when to come again, or that it is nobody's fault but ours.
 */
const statusOf = (status: number): number => {
  if (status === 401 || status === 403) return 403;
  return status === 404 || status === 405 || status === 413 || status === 429 || status >= 500 ? status : 400;
};

const faultOf = (error: unknown, requestId: string, language: Language) => {
  if (error instanceof Open311Fault)
    return { status: error.status, headers: {}, descriptions: [error.describe(language)] };
  const refusal = asRefusal(error);
  const { status, detail, errors } = problemOf(refusal, requestId, language);
  const { retryAfter, headers } = refusal.notes;
  const { keyMissing, keyUnknown } = messagesFor(language).open311.faults;
  const words = { keyMissing, keyUnknown }[refusal.code as 'keyMissing' | 'keyUnknown'] ?? detail;
  return {
    status: statusOf(status),
    headers: { ...headers, ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }) },
    descriptions: errors && errors.length > 0 ? errors.map(describe) : [words],
  };
};

/** Whatever was thrown, as the errors of GeoReport v2. Nothing of an unexpected error's text leaves the gateway. */
export const answerFault = (error: unknown, arrival: Arrival, format: Format, language: Language): Response => {
  const { status, headers, descriptions } = faultOf(error, arrival.requestId, language);
  const value = descriptions.map((description) => ({ code: status, description }));
  const answer = writeAnswer(
    { root: 'errors', value, isPublic: arrival.request.method === 'GET' },
    format,
    {
      ...arrival.headers,
      ...headers,
    },
    status,
  );
  answer.headers.set('cache-control', 'no-store');
  return answer;
};
