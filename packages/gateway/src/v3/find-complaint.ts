import { readTrackingId } from '@lapor/schemas';
import { maySee } from '../desk/desk-context.ts';
import { subtreeOf } from '../desk/work-queue-source.ts';
import { Refusal } from '../refusal/refusal.ts';
import { isPublic } from '../reports/nameable-reports.ts';
import type { WholeReport } from '../reports/published-report.ts';
import { readWholeReport } from '../reports/read-whole-report.ts';
import { findReport, type ReportRow } from '../reports/report-row.ts';
import { isFiledBy } from './filed-complaints.ts';
import type { V3Call } from './v3-call.ts';

/** A complaint with what the program is to it. */
export interface FoundComplaint {
  readonly row: ReportRow;
  /** Whether a program of the caller's institution filed it: then it speaks for the reporter. */
  readonly isFiler: boolean;
  /** Whether the caller's institution has, had or coordinates it. */
  readonly isHandler: boolean;
}

/** The institutions for which a program files: its key's own, and all below it. Also a national admin speaks for nobody else's reporters. */
export const institutionsOf = ({ program, directory }: V3Call): string[] => subtreeOf(program.institutionId, directory);

/**
 * The complaint of a number, for whoever filed it or may handle it.
 *
 * @throws Refusal `notFound` for everybody else, whether it is there or not.
 */
export const findComplaint = async (call: V3Call, number: string): Promise<FoundComplaint> => {
  const { engine, program, directory } = call;
  const trackingId = readTrackingId(number);
  const row = trackingId === undefined ? undefined : await findReport(engine.database, trackingId);
  if (row === undefined) throw new Refusal('notFound');
  const isFiler = await isFiledBy(engine.database, row, institutionsOf(call));
  const isHandler = maySee(row, program, directory);
  if (!isFiler && !isHandler) throw new Refusal('notFound');
  return { row, isFiler, isHandler };
};

/** Everything of a complaint that the door tells. Who reported is not among it, whoever asks: V3 has no member for it in its answers. */
export const readComplaintWhole = (call: V3Call, { row }: FoundComplaint): Promise<WholeReport> =>
  readWholeReport(call.engine, row, {
    reporter: false,
    attachments: true,
    mayName: (other) => isPublic(other) || maySee(other, call.program, call.directory),
  });
