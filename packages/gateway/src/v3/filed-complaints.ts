import type { Queryable } from '../database/database.ts';
import type { ReportRow } from '../reports/report-row.ts';

/** Which program is about to file what. */
export interface ProgramNote {
  readonly attempt: Uint8Array;
  readonly institutionId: string;
  readonly tags: readonly string[];
  readonly now: string;
}

/**
 * Notes before a report is filed whose program files it. After a crash in between, a note without a report says nothing, and a
 * report whose note was not settled is found by its attempt.
 */
export const noteProgram = async (database: Queryable, { attempt, institutionId, tags, now }: ProgramNote) => {
  await database.query(
    'insert into v3_complaint (attempt, institution_id, tags, created_at) values ($1, $2, $3::text[], $4)',
    [attempt, institutionId, tags, now],
  );
  return {
    /** The report is there. */
    settle: (reportId: string) =>
      database.query('update v3_complaint set report_id = $2 where attempt = $1', [attempt, reportId]),
    /** It was refused. Where that cannot be written any more, the note is one without a report. */
    forget: () =>
      database
        .query(
          'delete from v3_complaint where attempt = $1 and not exists (select from report where report.attempt = $1)',
          [attempt],
        )
        .catch(() => []),
  };
};

const settleOpen = `
update v3_complaint set report_id = report.id from report
where v3_complaint.report_id is null and v3_complaint.institution_id = any($1::text[]) and report.attempt = v3_complaint.attempt`;

/** Makes up for what crashes left open among some institutions' complaints. */
export const settleNotes = (database: Queryable, institutionIds: readonly string[]): Promise<unknown> =>
  database.query(settleOpen, [institutionIds]);

/** Whether a program of one of these institutions filed the report. */
export const isFiledBy = async (
  database: Queryable,
  { id }: Pick<ReportRow, 'id'>,
  institutionIds: readonly string[],
): Promise<boolean> =>
  (
    await database.query(
      `select 1 from v3_complaint where institution_id = any($2::text[])
       and (report_id = $1 or attempt = (select attempt from report where id = $1))`,
      [id, institutionIds],
    )
  ).length > 0;
