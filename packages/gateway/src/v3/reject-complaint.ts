import { DeskAction } from '@lapor/schemas';
import type { HandlerOf } from '../http/handlers.ts';
import { fieldFault, refusalOf } from '../refusal/field-fault.ts';
import { readObject } from './file-complaint.ts';
import { findComplaint } from './find-complaint.ts';
import { checked } from './checked.ts';
import { idOf } from './numbers.ts';
import { answerResults } from './v3-answer.ts';
import { contextOf, type V3Call } from './v3-call.ts';
import { readNumber, readSwitch } from './v3-values.ts';

/**
 * Does something to a complaint as the contract's desk does.
 *
 * @throws Refusal `validationFailed`, and as the contract's endpoint does.
 */
export const actAsDesk = async (call: V3Call, trackingId: string, action: unknown): Promise<void> => {
  const body = checked(call, DeskAction, action);
  const act = call.handlers.actOnReport as HandlerOf<'actOnReport'>;
  await act({ parameters: { trackingId }, headers: {}, body }, contextOf(call, call.program));
};

/**
 * `POST /complaints/process/{id}/reject` with `not_authority: 1`: "bukan wewenang". A visible hop, back or on to the institution
 * that `reason` names, with the words of `reason_description`; never an end.
 */
export const rejectComplaint = async (call: V3Call): Promise<Response> => {
  const { engine, language, arrival } = call;
  const { row } = await findComplaint(call, arrival.path['id'] ?? '');
  const sent = await readObject(call);
  if (readSwitch(sent['not_authority']) !== true)
    throw refusalOf([fieldFault(language, { pointer: '/not_authority', code: 'notOneOf', facts: { options: ['1'] } })]);
  const number = readNumber(sent['reason']);
  const to = number === undefined ? undefined : await idOf(engine.database, 'institution', number);
  if (number !== undefined && to === undefined)
    throw refusalOf([fieldFault(language, { pointer: '/to', code: 'unknownReference', facts: {} })]);
  const reason = sent['reason_description'];
  await actAsDesk(call, row.tracking_id, {
    type: 'returnAsOutsideAuthority',
    reason: reason ?? undefined,
    ...(to !== undefined && { to }),
  });
  return answerResults(arrival, { complaint: { id: Number(row.tracking_id) } });
};
