import * as z from 'zod';
import { defaultReportLimits } from '../src/default-report-limits.ts';
import { tidyLine, tidyText } from '../src/fields/written-text.ts';

const text = (min: number, max: number) => z.string().overwrite(tidyText).min(min).max(max);
const line = (min: number, max: number) => z.string().overwrite(tidyLine).min(min).max(max);
const identifier = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

const position = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyMetres: z.number().min(0).max(100_000).optional(),
});

const place = z.strictObject({
  regionCode: z
    .string()
    .regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/)
    .optional(),
  landmark: line(0, 255).optional(),
  position: position.optional(),
});

const reporter = z.strictObject({
  name: line(1, 100).optional(),
  email: z.email().max(254).optional(),
  phone: z
    .string()
    .regex(/^\+(?!620)[1-9]\d{6,14}$/)
    .optional(),
  notifyBy: z.enum(['none', 'email', 'sms']).optional(),
});

/** The same report as `NewReport`, written with the classic methods of zod. */
export const ReportInZodClassic = z.strictObject({
  classification: z.enum(['complaint', 'aspiration', 'informationRequest']),
  title: line(defaultReportLimits.titleMin, defaultReportLimits.titleMax),
  content: text(defaultReportLimits.contentMin, defaultReportLimits.contentMax),
  incident: z.strictObject({ date: z.iso.date().optional(), place: place.optional() }).optional(),
  categoryId: identifier.optional(),
  answers: z
    .record(identifier, z.union([text(0, 2000), z.number(), z.boolean(), z.array(identifier).max(100)]))
    .optional(),
  targetInstitutionId: identifier.optional(),
  attachments: z.array(identifier).max(defaultReportLimits.attachments.maxCount).optional(),
  reporter: reporter.optional(),
  anonymous: z.boolean().default(false),
  confidential: z.boolean().default(false),
  privacyNotice: z
    .strictObject({ version: line(1, 40), at: z.iso.datetime({ offset: false }).max(30).optional() })
    .optional(),
  language: z.enum(['id', 'en']).default('id'),
  challenge: line(0, 4000).optional(),
});
