import { Confirmation, Dispute, Reply, Withdrawal } from '@lapor/schemas';
import { holdingFiles } from '../forms/take-files.ts';
import type { FormBody } from '../forms/read-form-body.ts';
import type { HandlerOf } from '../http/handlers.ts';
import type { Identity } from '../http/request-context.ts';
import { fieldFault, refusalOf } from '../refusal/field-fault.ts';
import { eventTemplates } from './followup-templates.ts';
import { findComplaint, type FoundComplaint } from './find-complaint.ts';
import { checked } from './checked.ts';
import { idOf } from './numbers.ts';
import { actAsDesk } from './reject-complaint.ts';
import { keepFiles, readParts } from './take-attachments.ts';
import { answerResults } from './v3-answer.ts';
import { contextOf, type V3Call } from './v3-call.ts';
import { readNumber, readSwitch } from './v3-values.ts';

const refuse = (call: V3Call, pointer: string, code: 'unknownReference' | 'notAllowed' | 'required') =>
  refusalOf([fieldFault(call.language, { pointer, code, facts: {} })]);

/** What the reporter says, told on by the program that filed the complaint: by the contract's own operations. */
const tellAsReporter = async (call: V3Call, { row }: FoundComplaint, body: FormBody): Promise<void> => {
  const { handlers } = call;
  const identity: Identity = { kind: 'reporter', trackingId: row.tracking_id, reportId: row.id };
  const parameters = { trackingId: row.tracking_id };
  const context = contextOf(call, identity);
  const content = body.values.get('content')?.trim() || undefined;
  const rating = readNumber(body.values.get('rating'));
  const code = body.values.get('template_code');
  const attachments = await keepFiles(call, identity, body);
  const files = attachments.length > 0 && { attachments };
  if (code === eventTemplates['withdrawn']?.code) {
    const said = checked(call, Withdrawal, { ...(content && { reason: content }) });
    await (handlers.withdrawReport as HandlerOf<'withdrawReport'>)({ parameters, body: said }, context);
  } else if (code === eventTemplates['disputed']?.code) {
    const said = checked(call, Dispute, { reason: content, ...files });
    await (handlers.disputeReport as HandlerOf<'disputeReport'>)({ parameters, body: said }, context);
  } else if (rating !== undefined) {
    const said = checked(call, Confirmation, { rating, ...(content && { comment: content }) });
    await (handlers.confirmReport as HandlerOf<'confirmReport'>)({ parameters, body: said }, context);
  } else {
    const said = checked(call, Reply, { message: content, ...files });
    await (handlers.replyToReport as HandlerOf<'replyToReport'>)({ parameters, body: said }, context);
  }
};

/** What an institution says or does, by the code of the template that it chose; without one it is an answer to the reporter. */
const tellAsInstitution = async (
  call: V3Call,
  { row }: FoundComplaint,
  body: FormBody,
  to: string | undefined,
): Promise<void> => {
  const message = body.values.get('content')?.trim() || undefined;
  const attachments = await keepFiles(call, call.program, body);
  const kind = Object.keys(eventTemplates).find(
    (type) => eventTemplates[type]?.code === body.values.get('template_code'),
  );
  const act = (action: object) => actAsDesk(call, row.tracking_id, action);
  switch (kind) {
    case 'verified':
      return act({ type: 'verify' });
    case 'disposed':
      return act({ type: 'dispose', to, ...(message && { reason: message }) });
    case 'followUpStarted':
      return act({ type: 'startFollowUp', ...(message && { plan: message }) });
    case 'completed':
      return act({ type: 'complete', ...(message && { message }) });
    default:
      return act({ type: 'respond', message, ...(attachments.length > 0 && { attachments }) });
  }
};

const institutionAt = async (call: V3Call, body: FormBody, member: string): Promise<string | undefined> => {
  const number = readNumber(body.values.get(member));
  if (number === undefined) return undefined;
  const id = await idOf(call.engine.database, 'institution', number);
  if (id === undefined) throw refuse(call, `/${member}`, 'unknownReference');
  return id;
};

const isWithinProgram = ({ directory, program }: V3Call, institutionId: string): boolean =>
  directory.isWithin(institutionId, program.institutionId);

/**
 * Whose word it is. Programs send their own institution also with what a reporter says; so it is the reporter's when the template
 * or a rating says so, when no institution is named, and when the named one has nothing to say about a complaint that the program
 * itself filed.
 */
const isReportersWord = (
  call: V3Call,
  { row, isFiler }: FoundComplaint,
  { values }: FormBody,
  from: string | undefined,
): boolean =>
  from === undefined ||
  (values.get('template_code') ?? '').startsWith('reporter-') ||
  readNumber(values.get('rating')) !== undefined ||
  (isFiler && !call.directory.isWithin(row.state.ownerId, from));

/**
 * `POST /complaints/followup/add`: a further word on a complaint: an institution's, which must be the program's own or lie below
 * it, or the reporter's, whose word only the program that filed the complaint has.
 */
export const addFollowup = (call: V3Call): Promise<Response> =>
  holdingFiles(async () => {
    const body = await readParts(call, call.program);
    const found = await findComplaint(call, body.values.get('complaint_id') ?? '');
    const [from, to] = [
      await institutionAt(call, body, 'institution_from_id'),
      await institutionAt(call, body, 'institution_to_id'),
    ];
    const isSecret = readSwitch(body.values.get('is_secret'));
    if (isSecret === undefined || (isSecret && !found.row.state.confidential))
      // A single secret word on an open report is nothing that this gateway can promise, so it does not.
      throw refuse(call, '/is_secret', 'notAllowed');
    if (isReportersWord(call, found, body, from)) {
      if (!found.isFiler) throw refuse(call, '/institution_from_id', 'required');
      await tellAsReporter(call, found, body);
    } else {
      const isOwn = call.program.role === 'nationalAdmin' || isWithinProgram(call, from ?? '');
      if (!isOwn || !found.isHandler) throw refuse(call, '/institution_from_id', 'notAllowed');
      await tellAsInstitution(call, found, body, to);
    }
    return answerResults(call.arrival, { complaint: { id: Number(found.row.tracking_id) } });
  });
