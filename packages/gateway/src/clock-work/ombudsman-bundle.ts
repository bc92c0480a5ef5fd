import type { Deadline, Instant, Language, PublishedReport } from '@lapor/schemas';
import type { Engine } from '../engine/engine.ts';
import { publishedReportOf } from '../reports/published-report.ts';
import { readWholeReport } from '../reports/read-whole-report.ts';
import { viewContextOf } from '../reports/view-context.ts';
import { findReport } from '../reports/report-row.ts';
import { clockOf } from '../sites/site-clock.ts';
import { ombudsmanText } from './ombudsman-text.ts';

/** What a reporter can hand to the Ombudsman: the report with its whole way, for programs and for people. */
export interface OmbudsmanBundle {
  readonly writtenAt: Instant;
  /** The language of every sentence in it: the reporter's own. */
  readonly language: Language;
  /** The deadlines that passed before anybody kept them. */
  readonly missed: readonly Deadline[];
  /** Everything that the reporter may see: what was written whole, who reported, and the names of the files. */
  readonly report: PublishedReport;
  /** The same as plain text, to be printed or pasted. */
  readonly text: string;
}

/**
 * The hand-off bundle of a report whose legal limit has passed (UU 25/2009 art. 46). It carries the reporter's identity:
 * only the reporter, told by the report's own token, may have it.
 *
 * @returns `undefined` when there is no such report, or the Ombudsman has not been offered for it.
 */
export const ombudsmanBundle = async (engine: Engine, trackingId: string): Promise<OmbudsmanBundle | undefined> => {
  const row = await findReport(engine.database, trackingId);
  if (row === undefined || !row.state.ombudsmanOffered) return undefined;
  const writtenAt = engine.clock.now();
  const { language } = row;
  const whole = await readWholeReport(engine, row, { reporter: true, attachments: true });
  const report = publishedReportOf(whole, await viewContextOf(engine, { language, now: writtenAt }), 'reporter');
  const { timeZone } = clockOf(whole.site, row.region_code);
  return {
    writtenAt,
    language,
    missed: report.deadlines.filter(({ state }) => state === 'missed'),
    report,
    text: ombudsmanText(report, { language, timeZone }),
  };
};
