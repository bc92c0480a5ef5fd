import type { FieldError, Language } from '@lapor/schemas';
import { asRefusal, problemOf } from '../http/answer-problem.ts';
import type { Arrival } from '../http/serve-endpoint.ts';

const json = (status: number, body: object, headers: Readonly<Record<string, string>>): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'content-type': 'application/json', 'cache-control': 'no-store' },
  });

/** A success, with everything under `results` as V3 has it. */
export const answerResults = (arrival: Arrival, results: object, beside: object = {}): Response =>
  json(200, { success: true, message: 'OK', ...beside, results }, arrival.headers);

/** The names that V3 gives to what the contract calls otherwise. */
const names: Readonly<Record<string, string>> = {
  '/incident/date': 'date_of_incident',
  '/incident/place/regionCode': 'location_id',
  '/classification': 'classification_id',
  '/categoryId': 'category_id',
  '/targetInstitutionId': 'disposition_id',
  '/reporter/name': 'nameUser',
  '/reporter/email': 'emailUser',
  '/reporter/phone': 'phoneUser',
  '/message': 'content',
  '/reason': 'reason_description',
  '/to': 'reason',
};

const nameOf = ({ pointer }: FieldError): string => names[pointer] ?? (pointer.slice(1).replaceAll('/', '.') || 'body');

const errorsByName = (errors: readonly FieldError[]): Record<string, string[]> => {
  const named: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const error of errors) (named[nameOf(error)] ??= []).push(error.message);
  return named;
};

/** Whatever was thrown, in the shape of this door: V3's own refusals are not known, so this one is ours. */
export const answerRefusal = (error: unknown, arrival: Arrival, language: Language): Response => {
  const refusal = asRefusal(error);
  const { status, title, detail, code, errors } = problemOf(refusal, arrival.requestId, language);
  const { retryAfter, headers } = refusal.notes;
  return json(
    status,
    { success: false, code, message: detail ?? title, ...(errors && { errors: errorsByName(errors) }) },
    {
      ...arrival.headers,
      ...headers,
      'content-language': language,
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
      ...(status === 401 && { 'www-authenticate': 'Bearer realm="lapor"' }),
    },
  );
};
