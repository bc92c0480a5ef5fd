import type { Instant } from '@lapor/schemas';
import { timeZoneOf } from '@lapor/schemas/regions';
import type { DemoGovernment } from './demo-government.ts';
import type { DemoReport } from './demo-report.ts';
import { demoGovernments, demoInstitutions } from './governments/all.ts';
import { nationalAdmin } from './governments/national.ts';
import { type Story, storyEvents } from './story-events.ts';
import type { StoryInstitutions } from './story-log.ts';
import { receivedAt, type RegionalClock } from './story-time.ts';

const byId = new Map(demoInstitutions.map((institution) => [institution.id, institution]));

/** An institution's own id and those of all above it, from the top; undefined for an unknown one. */
export const demoPathOf = (institutionId: string): string[] | undefined => {
  const institution = byId.get(institutionId);
  if (institution === undefined) return undefined;
  return [...(institution.parentId === undefined ? [] : (demoPathOf(institution.parentId) ?? [])), institutionId];
};

const institutions: StoryInstitutions = { pathOf: demoPathOf, nationalId: nationalAdmin.id };

const clockOf = ({ site: { regionCode, settings } }: DemoGovernment): RegionalClock => ({
  timeZone: timeZoneOf(regionCode) ?? 'Asia/Jakarta',
  week: settings.workWeek,
});

/** A report with its number and its history. */
export interface ToldReport {
  readonly report: DemoReport;
  readonly trackingId: string;
  readonly story: Story;
}

/**
 * Every report of the demo data in the order of reception, its story told up to `now`.
 *
 * @param trackingIds as many numbers as there are reports, rising with reception.
 * @throws Error when there are too few numbers, or when a story is impossible.
 */
export const tellDemoStories = (now: Instant, trackingIds: readonly string[]): ToldReport[] => {
  const inOrder = demoGovernments
    .flatMap((government) =>
      government.reports.map((report) => ({
        report,
        government,
        at: receivedAt(report.received, now, clockOf(government)),
      })),
    )
    .sort((one, other) => one.at.localeCompare(other.at));
  const entries = new Map(
    inOrder.map((entry, index) => [entry.report.key, { ...entry, trackingId: trackingIds[index] }]),
  );
  const told = new Map<string, Story>();

  const entryOf = (key: string) => {
    const entry = entries.get(key);
    const trackingId = entry?.trackingId;
    if (entry === undefined || trackingId === undefined)
      throw new Error(
        `Demo report \`${key}\` has no number. Pass ${inOrder.length} numbers, and name only reports that exist.`,
      );
    return { ...entry, trackingId };
  };
  const trackingIdOf = (key: string): string => entryOf(key).trackingId;

  const tell = (key: string): Story => {
    const known = told.get(key);
    if (known !== undefined) return known;
    const { report, government } = entryOf(key);
    const story = storyEvents(report, {
      now,
      institutions,
      trackingIdOf,
      mergedAt,
      clock: clockOf(government),
      siteId: government.site.id,
      coordinatorId: government.site.institutionId,
    });
    told.set(key, story);
    return story;
  };

  // The report that takes another in is told after it: the moment is the other's.
  const mergedAt = (key: string): Instant => {
    const merged = tell(key).events.find(({ type }) => type === 'merged');
    if (merged === undefined)
      throw new Error(
        `Demo report \`${key}\` is taken in by another, but is never merged. Add \`mergeInto\` to its story.`,
      );
    return merged.at;
  };

  return inOrder.map(({ report }) => ({ report, trackingId: trackingIdOf(report.key), story: tell(report.key) }));
};
