import type { Language, PublishedPlace, ReportStatus, ReportSummary } from '@lapor/schemas';
import { type DeadlineOptions, deadlinesOf } from '@lapor/schemas/clock';
import type { ReportState } from '@lapor/schemas/lifecycle';
import { messagesFor } from '@lapor/schemas/messages';
import { findRegion, timeZoneOf } from '@lapor/schemas/regions';
import { maskPersonalData } from '@lapor/schemas/text-checks';
import { referenceTo } from './fake-directory.ts';
import type { FakeReport, FakeWorld } from './fake-world.ts';

/** For whom a report is shown, and in what language. */
export interface View {
  readonly world: FakeWorld;
  readonly language: Language;
  readonly audience: 'public' | 'reporter' | 'desk';
  /** Where links to files begin. */
  readonly address: string;
}

/** A state's status in words. */
export const statusLabel = ({ status }: Pick<ReportState, 'status'>, language: Language): ReportStatus => ({
  code: status,
  label: messagesFor(language).statuses[status].label,
});

/** With what the deadlines of a report are counted. */
const clockOf = ({ site, now }: FakeWorld, { report }: FakeReport): DeadlineOptions => {
  const regionCode = report.incident?.place?.regionCode ?? site.regionCode;
  return {
    timeZone: timeZoneOf(regionCode) ?? 'Asia/Jakarta',
    week: site.workWeek as NonNullable<DeadlineOptions['week']>,
    localHolidays: site.localHolidays,
    now: now(),
  };
};

/** The deadlines of a report. */
export const deadlinesIn = (world: FakeWorld, held: FakeReport) => deadlinesOf(held.state.spans, clockOf(world, held));

const rounded = (degrees: number): number => Math.round(degrees * 1000) / 1000;

const placeOf = ({ site }: FakeWorld, { report }: FakeReport): PublishedPlace => {
  const { regionCode = site.regionCode, landmark, position } = report.incident?.place ?? {};
  const region = findRegion(regionCode) ?? findRegion(regionCode.slice(0, 5)) ?? findRegion(regionCode.slice(0, 2));
  return {
    regionCode,
    ...(region && { regionName: region.fullName }),
    ...(landmark !== undefined && { landmark: maskPersonalData(landmark) }),
    ...(position && { position: { latitude: rounded(position.latitude), longitude: rounded(position.longitude) } }),
  };
};

const excerptLength = 240;

const excerptOf = (text: string): string => {
  if (text.length <= excerptLength) return text;
  const cut = text.slice(0, excerptLength);
  const lastSpace = cut.lastIndexOf(' ');
  // Half a character that the cut left over is no character.
  return `${(lastSpace > excerptLength / 2 ? cut.slice(0, lastSpace) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

/** A report as one line of a list. */
export const summaryOf = (held: FakeReport, { world, language }: Pick<View, 'world' | 'language'>): ReportSummary => {
  const { report, state } = held;
  const category = world.categories.get(report.categoryId ?? '');
  return {
    trackingId: held.trackingId,
    classification: report.classification,
    title: maskPersonalData(report.title),
    excerpt: excerptOf(maskPersonalData(report.content)),
    ...(category && { category: { id: category.id, name: category.name } }),
    place: placeOf(world, held),
    status: statusLabel(state, language),
    owner: referenceTo(world, state.ownerId),
    receivedAt: state.receivedAt,
    updatedAt: state.updatedAt,
    supportCount: state.supportCount,
  };
};
