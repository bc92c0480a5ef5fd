import type { Instant, Language, PublishedReport } from '@lapor/schemas';
import { LRUCache } from 'lru-cache';
import type { Directory } from '../directory/directory.ts';
import type { Engine } from '../engine/engine.ts';
import type { SiteRecord } from '../sites/site-record.ts';
import { otherReportOf } from './nameable-reports.ts';
import { publishedReportOf } from './published-report.ts';
import { createReportReader, createVersionReader, type ReportWithHistory } from './read-reports.ts';
import { readWholeReport } from './read-whole-report.ts';
import { viewContextOf } from './view-context.ts';

/** A report as it was told to the public, and all that this followed from besides the language. */
interface Told {
  readonly report: PublishedReport;
  readonly version: string;
  readonly directory: Directory;
  readonly siteId: string | null;
  readonly site: SiteRecord | undefined;
  /** From when until when time alone changes nothing about it. */
  readonly from: Instant;
  readonly until: Instant | undefined;
}

/** Reports that are kept at most, each some kilobytes. */
const most = 2_000;

/** The next moment at which a promise is missed by time alone. */
const nextMissed = ({ deadlines }: PublishedReport): Instant | undefined =>
  deadlines
    .filter(({ state }) => state === 'running')
    .map(({ dueAt }) => dueAt)
    .sort()[0];

/** What may be told of other reports depends on those, and no version of this one says whether they have changed. */
const namesOthers = ({ history }: ReportWithHistory): boolean =>
  history.events.some((event) => otherReportOf(event) !== undefined);

/**
 * Reads reports as the public may see them, each by its number; `undefined` for what is not there for the public.
 *
 * What was told is kept, and told again as long as the database says that the report is in the same version: one look at a
 * row instead of its whole way. Nobody is told what another replica has changed since. What is kept is frozen, so that
 * it is written as text but once. The function must not be called within a transaction.
 */
export const createPublicReports = (
  engine: Engine,
): ((
  trackingId: string,
  context: { readonly language: Language; readonly now: Instant },
) => Promise<PublishedReport | undefined>) => {
  const readReport = createReportReader(engine.database);
  const readVersion = createVersionReader(engine.database);
  const kept = new LRUCache<string, Told>({ max: most });

  const siteOf = async (siteId: string | null): Promise<SiteRecord | undefined> =>
    siteId === null ? undefined : (await engine.sites.get()).get(siteId);
  const isStillSo = async ({ directory, siteId, site, from, until }: Told, now: Instant): Promise<boolean> =>
    now >= from &&
    (until === undefined || now < until) &&
    directory === (await engine.directory.get()) &&
    site === (await siteOf(siteId));

  return async (trackingId, context) => {
    const name = `${trackingId} ${context.language}`;
    const told = kept.get(name);
    if (told !== undefined && (await isStillSo(told, context.now)) && told.version === (await readVersion(trackingId)))
      return told.report;
    kept.delete(name);
    const found = await readReport(trackingId);
    if (found === undefined || found.row.state.confidential) return undefined;
    const view = await viewContextOf(engine, context);
    const whole = await readWholeReport(
      engine,
      found.row,
      { reporter: false, attachments: false },
      engine.database,
      found.history,
    );
    const report = Object.freeze(publishedReportOf(whole, view, 'public'));
    if (!namesOthers(found))
      kept.set(name, {
        report,
        version: found.version,
        directory: view.directory,
        siteId: found.row.site_id,
        site: whole.site,
        from: context.now,
        until: nextMissed(report),
      });
    return report;
  };
};
