import type { Answers, CalendarDate, Classification } from '@lapor/schemas';
import type { StoryStep } from './story-step.ts';

/**
 * When a report came in, by the clock on the region's wall. Old figures have their dates; whatever must look like
 * yesterday counts back from the day on which the demo data is loaded, so that its deadlines are always of today.
 */
export type DemoMoment =
  | { readonly date: CalendarDate; readonly time: string }
  | { readonly workingDaysAgo: number; readonly time: string };

/**
 * An invented report and what becomes of it. Nothing in it ever happened, and nobody in it exists. One that accuses
 * somebody names no village, so that no real office is small enough to be meant.
 */
export interface DemoReport {
  /** Unique in the demo data. The report's follow-up token is `rt_demo_` and this key. */
  readonly key: string;
  readonly government: string;
  readonly received: DemoMoment;
  readonly classification: Classification;
  readonly title: string;
  readonly content: string;
  readonly categoryId: string;
  readonly answers?: Answers;
  readonly regionCode: string;
  readonly landmark?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly targetInstitutionId?: string;
  readonly channel: string;
  readonly anonymous: boolean;
  readonly confidential: boolean;
  readonly story: readonly StoryStep[];
}

/** As it is written down: what is usual is left out. */
export type DemoReportDraft = Pick<
  DemoReport,
  'received' | 'title' | 'content' | 'categoryId' | 'regionCode' | 'story'
> &
  Partial<Omit<DemoReport, 'government'>>;

/** The reports of a government, numbered in the order in which they are written down. */
export const reportsOf = (government: string, drafts: readonly DemoReportDraft[], firstNumber = 1): DemoReport[] =>
  drafts.map((draft, index) => ({
    key: `${government}-${String(index + firstNumber).padStart(3, '0')}`,
    government,
    classification: 'complaint',
    channel: 'website',
    anonymous: false,
    confidential: false,
    ...draft,
  }));

/** A fixed moment in the region. */
export const on = (date: CalendarDate, time: string): DemoMoment => ({ date, time });
/** So many working days before the day of loading; at least 1, so that it lies in the past at any hour. */
export const ago = (workingDaysAgo: number, time: string): DemoMoment => ({ workingDaysAgo, time });
