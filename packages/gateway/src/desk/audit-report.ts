import type { AnswerBody, auditReport } from '@lapor/schemas/contract';
import type { Engine } from '../engine/engine.ts';
import { chainFaultsOf } from '../events/chain-faults.ts';
import { readChain } from '../events/read-chain.ts';
import type { RequestContext } from '../http/request-context.ts';
import { readHistory } from '../reports/history.ts';
import { findReport } from '../reports/report-row.ts';
import { deskIdentity } from './desk-context.ts';
import { requireVisible, showReport } from './read-desk-report.ts';

/**
 * Everything about one report: each event with its hash and its text as far as it is there, and whether the chain is whole.
 *
 * @throws Refusal `notFound`.
 */
export const auditOf = async (
  engine: Engine,
  trackingId: string,
  context: RequestContext,
): Promise<AnswerBody<typeof auditReport>> => {
  const identity = deskIdentity(context.identity);
  const row = await requireVisible(engine, await findReport(engine.database, trackingId), identity);
  const chain = await readChain(engine.database, row.id);
  const { texts } = await readHistory(engine.database, row.id);
  return {
    trackingId,
    exportedAt: context.now,
    chainIsWhole: chainFaultsOf(chain).length === 0,
    events: chain.map(({ event, hash }) => {
      const text = event.textId === undefined ? undefined : texts.get(event.textId);
      return { ...event, hash: Buffer.from(hash).toString('hex'), ...(text !== undefined && { text }) };
    }),
    report: await showReport(engine, row, identity, context),
  };
};
