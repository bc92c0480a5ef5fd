import * as v from 'valibot';
import { regexes } from 'zod/mini';
import { defaultReportLimits } from '../src/default-report-limits.ts';
import { tidyLine, tidyText } from '../src/fields/written-text.ts';

const text = (min: number, max: number) =>
  v.pipe(v.string(), v.transform(tidyText), v.minLength(min), v.maxLength(max));
const line = (min: number, max: number) =>
  v.pipe(v.string(), v.transform(tidyLine), v.minLength(min), v.maxLength(max));
const identifier = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/));
const numberBetween = (min: number, max: number) => v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max));

// valibot's own `isoDate` knows no lengths of months, so it gets the pattern that zod uses.
const date = v.pipe(v.string(), v.regex(regexes.date));
const instant = v.pipe(v.string(), v.regex(regexes.datetime({ offset: false })), v.maxLength(30));

const position = v.strictObject({
  latitude: numberBetween(-90, 90),
  longitude: numberBetween(-180, 180),
  accuracyMetres: v.optional(numberBetween(0, 100_000)),
});

const place = v.strictObject({
  regionCode: v.optional(v.pipe(v.string(), v.regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/))),
  landmark: v.optional(line(0, 255)),
  position: v.optional(position),
});

const reporter = v.strictObject({
  name: v.optional(line(1, 100)),
  email: v.optional(v.pipe(v.string(), v.email(), v.maxLength(254))),
  phone: v.optional(v.pipe(v.string(), v.regex(/^\+(?!620)[1-9]\d{6,14}$/))),
  notifyBy: v.optional(v.picklist(['none', 'email', 'sms'])),
});

/** The same report as `NewReport`, written with valibot. It counts UTF-16 units where zod counts code points; nothing else differs. */
export const ReportInValibot = v.strictObject({
  classification: v.picklist(['complaint', 'aspiration', 'informationRequest']),
  title: line(defaultReportLimits.titleMin, defaultReportLimits.titleMax),
  content: text(defaultReportLimits.contentMin, defaultReportLimits.contentMax),
  incident: v.optional(v.strictObject({ date: v.optional(date), place: v.optional(place) })),
  categoryId: v.optional(identifier),
  answers: v.optional(
    v.record(
      identifier,
      v.union([
        text(0, 2000),
        v.pipe(v.number(), v.finite()),
        v.boolean(),
        v.pipe(v.array(identifier), v.maxLength(100)),
      ]),
    ),
  ),
  targetInstitutionId: v.optional(identifier),
  attachments: v.optional(v.pipe(v.array(identifier), v.maxLength(defaultReportLimits.attachments.maxCount))),
  reporter: v.optional(reporter),
  anonymous: v.optional(v.boolean(), false),
  confidential: v.optional(v.boolean(), false),
  privacyNotice: v.optional(v.strictObject({ version: line(1, 40), at: v.optional(instant) })),
  language: v.optional(v.picklist(['id', 'en']), 'id'),
  challenge: v.optional(line(0, 4000)),
});
