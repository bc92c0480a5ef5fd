import { type Endpoint, getReport, submitReport } from '@lapor/schemas/contract';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import { writeAllowance } from '../http/limit-rate.ts';
import { negotiateLanguage } from '../http/negotiate-language.ts';
import type { LimitRate, Page } from '../http/page.ts';
import type { Arrival } from '../http/serve-endpoint.ts';
import { addFollowup } from './add-followup.ts';
import { fileAttachments } from './file-attachments.ts';
import { fileComplaint } from './file-complaint.ts';
import { identifyProgram } from './identify-program.ts';
import { listComplaints } from './list-complaints.ts';
import { listFollowups } from './list-followups.ts';
import { listCategories, listClassifications, listInstitutions, listLocations, listTemplatesOf } from './masters.ts';
import { rejectComplaint } from './reject-complaint.ts';
import { showComplaint } from './show-complaint.ts';
import { answerRefusal } from './v3-answer.ts';
import { v3Base, type V3Call } from './v3-call.ts';
import type { V3Options } from './v3-options.ts';

/** What the door answers: method and path below {@link v3Base}, as programs that speak V3 call it. */
const calls: readonly (readonly [
  name: string,
  method: 'GET' | 'POST',
  path: `/${string}`,
  answer: (call: V3Call) => Promise<Response>,
])[] = [
  ['v3FileAttachments', 'POST', '/complaints/complaint/file', fileAttachments],
  ['v3FileComplaint', 'POST', '/complaints/complaint', fileComplaint],
  ['v3RejectComplaint', 'POST', '/complaints/process/{id}/reject', rejectComplaint],
  ['v3AddFollowup', 'POST', '/complaints/followup/add', addFollowup],
  ['v3ListComplaints', 'GET', '/complaints', listComplaints],
  ['v3ShowComplaint', 'GET', '/complaints/{id}/complaint', showComplaint],
  ['v3ListFollowups', 'GET', '/complaints/{id}/followups', listFollowups],
  ['v3ListTemplates', 'GET', '/masters/templates', listTemplatesOf],
  ['v3ListInstitutions', 'GET', '/masters/institutions/external', listInstitutions],
  ['v3ListCategories', 'GET', '/masters/categories', listCategories],
  ['v3ListLocations', 'GET', '/masters/locations', listLocations],
  ['v3ListClassifications', 'GET', '/masters/classifications', listClassifications],
];

const limitedAs = (method: 'GET' | 'POST'): Endpoint => (method === 'POST' ? submitReport : getReport);

/**
 * The door in the shape of SP4N's V3 interface, as public programs call it. It is unofficial: that interface is unpublished, and
 * what is not known of it is this gateway's own. Reports that come this way are reports like all others.
 */
export const v3Door = (engine: Engine, handlers: Handlers, options: V3Options = {}): readonly Page[] => {
  const callOf = async (arrival: Arrival, method: 'GET' | 'POST', limitRate: LimitRate): Promise<V3Call> => {
    await engine.clock.refresh?.();
    const { headers } = arrival.request;
    const program = await identifyProgram(engine, headers, options).catch(async (error: unknown) => {
      // Whoever guesses at keys is counted by address.
      await limitRate(limitedAs(method), { kind: 'anyone' }, arrival.address);
      throw error;
    });
    writeAllowance(arrival.headers, await limitRate(limitedAs(method), program, arrival.address));
    return {
      engine,
      handlers,
      arrival,
      program,
      directory: await engine.directory.get(),
      language: negotiateLanguage(headers.get('accept-language')),
      now: engine.clock.now(),
    };
  };

  return calls.map(([name, method, path, answer]) => ({
    name,
    methods: [method],
    path: `${v3Base}${path}`,
    answer: async (arrival, limitRate) => {
      try {
        return await answer(await callOf(arrival, method, limitRate));
      } catch (error) {
        engine.journal.failed(error, { requestId: arrival.requestId, operation: name });
        return answerRefusal(error, arrival, negotiateLanguage(arrival.request.headers.get('accept-language')));
      }
    },
  }));
};
