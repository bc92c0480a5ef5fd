import * as z from 'zod/mini';
import { CalendarDate } from './fields/calendar-date.ts';
import { Identifier } from './fields/identifier.ts';
import { Instant } from './fields/instant.ts';
import { RegionCode } from './fields/region-code.ts';
import { TrackingId } from './tracking-id.ts';

/**
 * A public report as open data: one flat row, the same in CSV and JSON. It never tells who reported, and is masked as
 * the public list is. What is not known is `null`, so that every row has the same members.
 */
export const OpenReport = z.object({
  /** The report's number. */
  trackingId: TrackingId,
  /** `complaint`, `aspiration` or `informationRequest`; an open set. */
  classification: z.string(),
  title: z.string(),
  /** The whole text, with personal data masked. */
  content: z.string(),
  categoryId: z.nullable(Identifier),
  category: z.nullable(z.string()),
  /** Kemendagri code of the place, as exactly as it is known. */
  regionCode: z.nullable(RegionCode),
  /** Name of the place's regency or province. */
  region: z.nullable(z.string()),
  /** How to find the place, with personal data masked. */
  landmark: z.nullable(z.string()),
  /** Degrees, WGS 84, rounded to about a hundred metres. */
  latitude: z.nullable(z.number()),
  /** Degrees, WGS 84, rounded to about a hundred metres. */
  longitude: z.nullable(z.number()),
  /** The day on which it happened, in the region's zone. */
  incidentDate: z.nullable(CalendarDate),
  /** Where the report came in: `website`, `sms` and others; an open set. */
  channel: z.string(),
  /** Code of the status; an open set. */
  status: z.string(),
  /** The status in words, in the language asked for. */
  statusLabel: z.string(),
  /** The institution that is responsible now. */
  institutionId: Identifier,
  institution: z.string(),
  receivedAt: Instant,
  updatedAt: Instant,
  /** How many others said that it concerns them too. */
  supportCount: z.int().check(z.minimum(0)),
  /** The reporter's rating of the answer, from 1 (poor) to 5 (very good). */
  rating: z.nullable(z.int().check(z.minimum(1), z.maximum(5))),
});
/** What {@link OpenReport} parses to. */
export type OpenReport = z.infer<typeof OpenReport>;
