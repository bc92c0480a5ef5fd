import * as z from 'zod/mini';
import { CalendarDate } from './fields/calendar-date.ts';
import { RegionCode } from './fields/region-code.ts';
import { writtenLine } from './fields/written-text.ts';

/** A point on the map, WGS 84, in degrees. */
export const Position = z.strictObject({
  latitude: z.number().check(z.minimum(-90), z.maximum(90)),
  longitude: z.number().check(z.minimum(-180), z.maximum(180)),
  /** Radius in metres within which the device believes itself to be. */
  accuracyMetres: z.optional(z.number().check(z.minimum(0), z.maximum(100_000))),
});
/** What {@link Position} parses to. */
export type Position = z.infer<typeof Position>;

/** Where it happened, as exactly as the reporter can tell. */
export const Place = z.strictObject({
  /** The smallest region known: a village is best, a province will do. */
  regionCode: z.optional(RegionCode),
  /** How to find it: a street, a number, what it is beside. */
  landmark: z.optional(writtenLine(0, 255)),
  position: z.optional(Position),
});
/** What {@link Place} parses to. */
export type Place = z.infer<typeof Place>;

/** Where and when it happened. */
export const Incident = z.strictObject({
  /** The day on which it happened or was noticed, in the region's zone. */
  date: z.optional(CalendarDate),
  place: z.optional(Place),
});
/** What {@link Incident} parses to. */
export type Incident = z.infer<typeof Incident>;
