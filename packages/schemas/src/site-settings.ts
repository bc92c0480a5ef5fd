import * as z from 'zod/mini';
import { AttachmentLimits, AttachmentType } from './attachment.ts';
import { DayOff } from './fields/day-off.ts';
import { Identifier } from './fields/identifier.ts';
import { Instant } from './fields/instant.ts';
import { RegionCode } from './fields/region-code.ts';
import { writtenLine } from './fields/written-text.ts';
import { WorkWeek } from './fields/work-week.ts';
import { ReportLimits, RequirablePart } from './report-limits.ts';
import {
  MapTiles,
  NamedLink,
  NoticeBasis,
  Origin,
  PrivacyNotice,
  Site,
  SiteChannels,
  SiteTheme,
  SmsChannel,
  ThemeMode,
} from './site.ts';

/** The same object for requests: a misspelt member is refused by name, where a reader of answers would pass over it. */
const strict = <Shape extends z.core.$ZodShape>({ shape }: z.ZodMiniObject<Shape>) => z.strictObject(shape);

const channels = z.extend(SiteChannels, {
  sms: z.optional(strict(SmsChannel)),
  others: z.optional(z.array(strict(NamedLink)).check(z.maxLength(20))),
});

const limits = z.extend(ReportLimits, {
  required: z.array(RequirablePart),
  attachments: strict(z.partial(z.extend(AttachmentLimits, { types: z.array(AttachmentType) }))),
});

const settings = {
  name: writtenLine(1, 200),
  regionCode: RegionCode,
  /** The pages that may use the site's publishable keys. */
  origins: z.array(Origin).check(z.maxLength(100)),
  languages: z.optional(
    z.array(z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))).check(z.minLength(1), z.maxLength(20)),
  ),
  workWeek: z.optional(WorkWeek),
  localHolidays: z.optional(z.array(strict(DayOff)).check(z.maxLength(100))),
  /** Only what differs from the default limits. */
  limits: z.optional(strict(z.partial(limits))),
  features: z.optional(strict(z.partial(Site.shape.features))),
  privacyNotice: z.optional(strict(z.extend(PrivacyNotice, { basis: NoticeBasis }))),
  channels: z.optional(strict(channels)),
  theme: z.optional(strict(z.extend(SiteTheme, { mode: ThemeMode }))),
  map: z.optional(strict(MapTiles)),
};

/** A new site: who it belongs to, where it is, and which pages it stands on. */
export const NewSite = z.strictObject({ id: z.optional(Identifier), institutionId: Identifier, ...settings });
/** What {@link NewSite} parses to. */
export type NewSite = z.infer<typeof NewSite>;

/** A change to a site: only what is given changes. */
export const SiteChange = z.partial(z.strictObject(settings));
/** What {@link SiteChange} parses to. */
export type SiteChange = z.infer<typeof SiteChange>;

/** A site as those who look after it see it. */
export const SiteSettings = z.extend(Site, { origins: z.array(Origin), createdAt: Instant });
/** What {@link SiteSettings} parses to. */
export type SiteSettings = z.infer<typeof SiteSettings>;
