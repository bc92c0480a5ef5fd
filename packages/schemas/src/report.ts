import * as z from 'zod/mini';
import { Answers } from './answers.ts';
import { Classification } from './classification.ts';
import { defaultReportLimits } from './default-report-limits.ts';
import { Identifier } from './fields/identifier.ts';
import { Instant } from './fields/instant.ts';
import { Language } from './fields/language.ts';
import { writtenLine, writtenText } from './fields/written-text.ts';
import { Incident } from './incident.ts';
import type { ReportLimits, RequirablePart } from './report-limits.ts';
import { Reporter } from './reporter.ts';

/** That the privacy notice was shown, and which one. Source: UU 27/2022 art. 20 to 22. */
export const NoticeSeen = z.strictObject({ version: writtenLine(1, 40), at: z.optional(Instant) });
/** What {@link NoticeSeen} parses to. */
export type NoticeSeen = z.infer<typeof NoticeSeen>;

/** The way to a member, by the names on it. */
type Way = readonly string[];

/** Where a part stands that a site can insist on. Any one of several will do, and the first is named when all are missing. */
const placesOf: Record<RequirablePart, readonly [Way, ...Way[]]> = {
  incidentDate: [['incident', 'date']],
  incidentRegion: [['incident', 'place', 'regionCode']],
  landmark: [['incident', 'place', 'landmark']],
  category: [['categoryId']],
  contact: [
    ['reporter', 'email'],
    ['reporter', 'phone'],
  ],
};

const valueAt = (whole: unknown, way: Way): unknown =>
  way.reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], whole);

const submission = (limits: ReportLimits) =>
  z.strictObject({
    classification: Classification,
    /** What it is about, in one line. */
    title: writtenLine(limits.titleMin, limits.titleMax),
    /** What happened, or what is asked for. */
    content: writtenText(limits.contentMin, limits.contentMax),
    incident: z.optional(Incident),
    categoryId: z.optional(Identifier),
    /** Answers to the category's own questions. */
    answers: z.optional(Answers),
    /** Whom the reporter believes to be responsible. A hint, never a condition. */
    targetInstitutionId: z.optional(Identifier),
    /** Ids of finished uploads, in the order in which they are to be shown. */
    attachments: z.optional(z.array(Identifier).check(z.maxLength(limits.attachments.maxCount))),
    reporter: z.optional(Reporter),
    /** Hides the reporter's name from the reported institution and the public. Independent of `confidential`. */
    anonymous: z._default(z.boolean(), false),
    /** Hides the content from the public. Independent of `anonymous`. */
    confidential: z._default(z.boolean(), false),
    privacyNotice: z.optional(NoticeSeen),
    /** The language in which the reporter wants to be answered. */
    language: z._default(Language, 'id'),
    /** The solution of a proof-of-work challenge, where the site asks for one. */
    challenge: z.optional(writtenLine(0, 4000)),
  });

/**
 * The schema of a new report under a site's limits.
 *
 * Unknown members are refused by name, so that a misspelt optional one is not silently lost.
 *
 * @example createNewReportSchema({ ...defaultReportLimits, contentMax: 2000 })
 */
export const createNewReportSchema = (limits: ReportLimits = defaultReportLimits) =>
  submission(limits).check(({ value, issues }) => {
    for (const part of limits.required) {
      const places = placesOf[part as RequirablePart] as readonly Way[] | undefined;
      // What a newer gateway insists on is not known here; it will say so itself.
      if (places?.[0] && !places.some((way) => valueAt(value, way))) {
        issues.push({ code: 'custom', input: undefined, path: [...places[0]], params: { code: 'required' } });
      }
    }
  });

/** A new report under the default limits: what `POST /v1/reports` takes. */
export const NewReport = createNewReportSchema();
/** What {@link NewReport} parses to. */
export type NewReport = z.infer<typeof NewReport>;
/** What a caller writes: as {@link NewReport}, with the members that have defaults left out at will. */
export type NewReportInput = z.input<typeof NewReport>;
