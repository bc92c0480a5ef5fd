import { calendarDateIn } from '@lapor/schemas/clock';
import { submitReport } from '@lapor/schemas/contract';
import type { HandlerOf } from '../http/handlers.ts';
import { attemptName } from '../http/idempotency.ts';
import { readJson } from '../http/read-body.ts';
import { readNewReport } from '../http/read-new-report.ts';
import { fieldFault, refusalOf } from '../refusal/field-fault.ts';
import { attemptHash } from '../reports/accept-report.ts';
import { noteProgram } from './filed-complaints.ts';
import { readComplaint } from './read-complaint.ts';
import { filerOf } from './site-of-program.ts';
import { answerResults } from './v3-answer.ts';
import { contextOf, type V3Call } from './v3-call.ts';
import { readTags } from './v3-values.ts';

/** A JSON body that is an object. @throws Refusal `validationFailed` or as {@link readJson}. */
export const readObject = async ({ arrival, language }: V3Call): Promise<Readonly<Record<string, unknown>>> => {
  const sent = await readJson(submitReport, arrival.request);
  if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return sent as Record<string, unknown>;
  throw refusalOf([fieldFault(language, { pointer: '', code: 'wrongType', facts: { expected: 'object' } })]);
};

/**
 * `POST /complaints/complaint`: files a report by the contract's own operation. Like the real one it takes the same complaint
 * twice when it comes twice; which of a program's complaints are there, the list tells.
 */
export const fileComplaint = async (call: V3Call): Promise<Response> => {
  const { engine, program, language, now } = call;
  const sent = await readObject(call);
  const identity = await filerOf(call, program);
  const context = contextOf(call, identity);
  const { idempotencyKey = '' } = context;
  const complaint = await readComplaint(call, sent, calendarDateIn(now, identity.site.timeZone));
  const report = readNewReport(identity.site, language, complaint, idempotencyKey);
  const attempt = attemptHash(attemptName(identity, 'submitReport', idempotencyKey));
  const noted = await noteProgram(engine.database, {
    attempt,
    institutionId: program.institutionId,
    tags: readTags(sent['tags_raw']),
    now,
  });
  const submit = call.handlers.submitReport as HandlerOf<'submitReport'>;
  const { body: receipt } = await submit({ body: report }, context).catch(async (error: unknown) => {
    await noted.forget();
    throw error;
  });
  await noted.settle(receipt.trackingId);
  const id = Number(receipt.trackingId);
  return answerResults(call.arrival, { complaint: { id, tracking_id: receipt.trackingId } }, { complaint_id: id });
};
