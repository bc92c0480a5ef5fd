import assert from 'node:assert/strict';
import type { Gateway } from '../create-gateway.ts';
import { verifyReports } from '../events/verify-reports.ts';
import { sampleReport } from '../test-gateway.test.support.ts';
import { callStubbornly, type MovingServer, type Patience } from './stubborn-client.test.support.ts';

/** A report that somebody sends, and what they know of it. */
export interface Sent {
  readonly title: string;
  /** Its number, once the gateway has told it. */
  acknowledged?: string;
  /** Whether a reply to it was acknowledged as well. */
  replied?: boolean;
  /** How often it was tried. */
  tries?: number;
}

/** Reports that are to be sent, told apart by their titles. */
export const reportsToSend = (count: number): Sent[] =>
  Array.from({ length: count }, (_, index) => ({ title: `Laporan ke-${index} di bawah tekanan` }));

/** Sends a report until it is acknowledged, and for every third a reply by the token of its receipt. */
export const sendReport = async (
  server: MovingServer,
  report: Sent,
  index: number,
  patience: Patience,
): Promise<void> => {
  const receipt = await callStubbornly(
    server,
    { path: '/v1/reports', body: sampleReport({ title: report.title }) },
    patience,
  );
  if (receipt === undefined) return;
  assert.equal(receipt.status, 201, JSON.stringify(receipt.body));
  report.acknowledged = receipt.body.trackingId;
  report.tries = receipt.tries;
  if (index % 3 !== 0) return;
  const reply = await callStubbornly(
    server,
    {
      path: `/v1/reports/${receipt.body.trackingId}/replies`,
      key: receipt.body.token,
      body: { message: 'Masih belum.' },
    },
    { ...patience, once: false },
  );
  if (reply === undefined) return;
  assert.equal(reply.status, 201, JSON.stringify(reply.body));
  report.replied = true;
};

interface Kept {
  title: string;
  tracking_id: string;
  replies: number;
}

const readKept = `
select title, tracking_id::text,
  (select count(*)::integer from report_event where report_id = report.id and event ->> 'type' = 'replied') as replies
from report`;

/**
 * Holds what a gateway has kept against what its senders know: every acknowledged report once, none twice whether it was
 * acknowledged or not, every acknowledged reply once, and all chains whole.
 *
 * @returns how many reports are kept.
 */
export const assertNothingLost = async ({ engine }: Gateway, sent: readonly Sent[]): Promise<number> => {
  const rows = await engine.database.query<Kept>(readKept, []);
  const kept = Map.groupBy(rows, ({ title }) => title);
  for (const { title, acknowledged, replied } of sent) {
    const found = kept.get(title) ?? [];
    assert.ok(found.length <= 1, `${title} is there ${found.length} times`);
    if (acknowledged === undefined) continue;
    assert.deepEqual(
      found.map((row) => row.tracking_id),
      [acknowledged],
      `${title} was acknowledged`,
    );
    const replies = found[0]!.replies;
    assert.ok(replied ? replies === 1 : replies <= 1, `${title} has ${replies} replies`);
  }
  const verification = await verifyReports(engine);
  assert.deepEqual(verification.findings, []);
  assert.equal(verification.reports, rows.length);
  return rows.length;
};
