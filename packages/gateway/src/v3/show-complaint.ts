import { hopsOf } from '../reports/timeline.ts';
import { findComplaint, readComplaintWhole } from './find-complaint.ts';
import { numberOf, numbersOf } from './numbers.ts';
import { answerResults } from './v3-answer.ts';
import type { V3Call } from './v3-call.ts';
import { statusNameOf, statusNumbers } from './v3-status.ts';
import { writeMoment } from './v3-values.ts';

/** `GET /complaints/{id}/complaint`: how a complaint stands, and through whose hands it went. */
export const showComplaint = async (call: V3Call): Promise<Response> => {
  const { engine, directory, language, now, arrival } = call;
  const found = await findComplaint(call, arrival.path['id'] ?? '');
  const { state, history } = { state: found.row.state, ...(await readComplaintWhole(call, found)) };
  const owner = directory.reference(state.ownerId);
  const hops = hopsOf(state, history, { directory, language, now }, 'whole');
  const numbers = await numbersOf(
    engine.database,
    'institution',
    hops.map(({ to }) => to.id),
  );
  return answerResults(arrival, {
    data: {
      id: Number(found.row.tracking_id),
      status_code: statusNumbers[state.status],
      status_name: state.rawLabel ?? statusNameOf(state.status, owner.name),
      disposition_id: await numberOf(engine.database, 'institution', owner.id),
      disposition_name: owner.name,
    },
    data_logs: hops.map(({ how, at, from, to, reason }) => ({
      type: how,
      institution_from: from === undefined ? null : { name: from.name },
      institution_to: { id: numbers.get(to.id), name: to.name },
      content: reason ?? '',
      date: writeMoment(at),
    })),
  });
};
