import type { Language, ReportSummary } from '@lapor/schemas';
import type { listReports, Query } from '@lapor/schemas/contract';
import { LRUCache } from 'lru-cache';
import type { Directory } from '../directory/directory.ts';
import type { Engine } from '../engine/engine.ts';
import { sharingRuns } from '../database/sharing-runs.ts';
import { publicPage } from './list-reports.ts';
import { summaryColumns, summaryOf, type SummaryRow } from './report-summary.ts';
import { versionColumn } from './row-version.ts';
import { viewContextOf } from './view-context.ts';

/** A row of a page: which report, and in which version. */
interface Marked {
  readonly id: string;
  readonly version: string;
}

/** A page as it is told. */
export interface ToldPage {
  readonly items: ReportSummary[];
  readonly nextCursor: string | null;
}

interface Told {
  readonly page: ToldPage;
  readonly marks: string;
  readonly directory: Directory;
}

/** Pages that are kept at most, each some ten kilobytes. */
const most = 200;

/** Which reports stand on a page, and in which versions: two pages of the same marks are the same. */
const marksOf = (rows: readonly Marked[]): string => rows.map(({ id, version }) => `${id}:${version}`).join(' ');

/**
 * Reads pages of the public list. What most people look at is the first page of a site: those who ask for the same page
 * at the same time share its reading, and what was told is told again as long as the same reports in the same versions
 * stand on it. What is kept is frozen, so that it is written as text but once.
 */
export const createPublicList = (
  engine: Engine,
): ((
  query: Query<typeof listReports>,
  timeZone: string,
  context: { readonly language: Language; readonly now: string },
) => Promise<ToldPage>) => {
  interface Question {
    readonly statement: string;
    readonly values: readonly unknown[];
  }
  const kept = new LRUCache<string, Told>({ max: most });
  const readRows = sharingRuns(({ statement, values }: Question) =>
    engine.database.query<SummaryRow & Marked>(statement, values),
  );
  const readMarks = sharingRuns(async ({ statement, values }: Question) => {
    const [row] = await engine.database.query<{ marks: string }>(statement, values);
    return row?.marks;
  });

  return async (query, timeZone, context) => {
    const wanted = await publicPage(engine.database, query, timeZone);
    const { values } = wanted;
    const asked = JSON.stringify([query, timeZone]);
    // What a search has found belongs to whoever searched: another may find more by now.
    const question = query.q === undefined ? asked : JSON.stringify([asked, values]);
    const view = await viewContextOf(engine, context);
    const name = `${context.language} ${asked}`;
    const told = kept.get(name);
    if (told !== undefined && told.directory === view.directory) {
      const statement = `select coalesce(string_agg(id || ':' || version, ' '), '') as marks from (${wanted.statementFor(`id, ${versionColumn}`)}) as page`;
      if (told.marks === (await readMarks(question, { statement, values }))) return told.page;
    }
    const rows = await readRows(question, {
      statement: wanted.statementFor(`${summaryColumns}, ${versionColumn}`),
      values,
    });
    const { rows: shown, nextCursor } = wanted.cut(rows);
    const page = Object.freeze({ items: shown.map((row) => summaryOf(row, view)), nextCursor });
    kept.set(name, { page, marks: marksOf(rows), directory: view.directory });
    return page;
  };
};
