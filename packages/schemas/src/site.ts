import * as z from 'zod/mini';
import { DayOff } from './fields/day-off.ts';
import { Identifier } from './fields/identifier.ts';
import { Link } from './fields/link.ts';
import { openSet } from './fields/open-set.ts';
import { RegionCode } from './fields/region-code.ts';
import { TimeZone } from './fields/time-zone.ts';
import { writtenLine, writtenText } from './fields/written-text.ts';
import { WorkWeek } from './fields/work-week.ts';
import { InstitutionReference } from './institution.ts';
import { NotificationChannel } from './reporter.ts';
import { ReportLimits } from './report-limits.ts';

/** An origin as browsers send it: scheme, host and port, nothing else; or `null` for a sandboxed page. */
export const Origin = z.string().check(z.regex(/^(null|https?:\/\/[a-z0-9.-]+(:\d{1,5})?)$/), z.maxLength(260));
/** What {@link Origin} parses to. */
export type Origin = z.infer<typeof Origin>;

/** How a site asks for its privacy notice to be taken. */
export const NoticeBasis = z.enum(['notice', 'consent']);
/** What {@link NoticeBasis} parses to. */
export type NoticeBasis = z.infer<typeof NoticeBasis>;

/** What a site tells people about their data. Source: UU 27/2022 art. 21. */
export const PrivacyNotice = z.object({
  /** Changes with every change of the words; a report records which one its reporter saw. */
  version: writtenLine(1, 40),
  /** Who is responsible for the data (*pengendali data pribadi*). */
  controller: writtenLine(1, 200),
  /** What the data is for, on what legal basis, who receives it, how long it is kept. Plain text, paragraphs by blank lines. */
  text: writtenText(0, 5000),
  /** How to reach the controller about one's data. */
  contact: writtenLine(1, 300),
  url: z.optional(Link),
  /** `notice`: it is shown; `consent`: it must be ticked, and is never ticked beforehand. An open set. */
  basis: openSet(NoticeBasis),
});
/** What {@link PrivacyNotice} parses to. */
export type PrivacyNotice = z.infer<typeof PrivacyNotice>;

/** SMS to SP4N-LAPOR!, with the region's keyword where it needs one. */
export const SmsChannel = z.object({
  number: z.string().check(z.regex(/^\+?\d{2,15}$/)),
  keyword: z.optional(writtenLine(1, 40)),
});
/** What {@link SmsChannel} parses to. */
export type SmsChannel = z.infer<typeof SmsChannel>;

/** An address with the words that people click. */
export const NamedLink = z.object({ label: writtenLine(1, 100), url: Link });
/** What {@link NamedLink} parses to. */
export type NamedLink = z.infer<typeof NamedLink>;

/** The other doors of the same region, offered when this one cannot be used. */
export const SiteChannels = z.object({
  sms: z.optional(SmsChannel),
  /** The region's own page on lapor.go.id. */
  nationalPage: z.optional(Link),
  /** Other addresses by name, for instance X, the Android app or a hotline. */
  others: z.optional(z.array(NamedLink).check(z.maxLength(20))),
  /** The region's whistle-blowing system, which is not part of this form. */
  whistleblowing: z.optional(Link),
});
/** What {@link SiteChannels} parses to. */
export type SiteChannels = z.infer<typeof SiteChannels>;

/** A map's tiles. Without them the map shows the province's outline. */
export const MapTiles = z.object({
  /** A template with `{z}`, `{x}` and `{y}`. */
  url: Link,
  attribution: writtenLine(0, 300),
  maxZoom: z.int().check(z.minimum(1), z.maximum(24)),
});
/** What {@link MapTiles} parses to. */
export type MapTiles = z.infer<typeof MapTiles>;

/** Light, dark, or as the reader's device has it. */
export const ThemeMode = z.enum(['auto', 'light', 'dark']);
/** What {@link ThemeMode} parses to. */
export type ThemeMode = z.infer<typeof ThemeMode>;

/** The accent colour and the like, for sites that cannot set CSS custom properties themselves. */
export const SiteTheme = z.object({
  /** An open set. */
  mode: openSet(ThemeMode),
  /**
   * Custom property without its `--lapor-` → value, for instance `color-accent` → `#0b5fae`.
   * A value can neither end its declaration nor name another host, so that a theme loads nothing from elsewhere.
   */
  tokens: z.optional(
    z.record(
      z.string().check(z.regex(/^[a-z][a-z-]{0,40}$/)),
      z.string().check(z.regex(/^(?!.*\/\/)[\w#%.,()+*/'" -]*$/), z.maxLength(120)),
    ),
  ),
});
/** What {@link SiteTheme} parses to. */
export type SiteTheme = z.infer<typeof SiteTheme>;

/** Everything that a form needs to know of the site on which it stands: the answer of `GET /v1/site`. */
export const Site = z.object({
  id: Identifier,
  name: z.string(),
  regionCode: RegionCode,
  /** An open set. */
  timeZone: openSet(TimeZone),
  /** The days on which its offices work, by which deadlines are counted. An open set. */
  workWeek: openSet(WorkWeek),
  /** Days on which they are closed besides the national holidays and collective leave. */
  localHolidays: z.array(DayOff).check(z.maxLength(100)),
  /** The institution whose site it is. */
  institution: InstitutionReference,
  /** Languages on offer, the default first. An open set of BCP 47 tags. */
  languages: z.array(z.string()).check(z.minLength(1)),
  limits: ReportLimits,
  features: z.object({
    attachments: z.boolean(),
    anonymous: z.boolean(),
    confidential: z.boolean(),
    map: z.boolean(),
    publicList: z.boolean(),
    suggestions: z.boolean(),
    /** Whether a proof of work must come with each report. */
    challenge: z.boolean(),
  }),
  privacyNotice: PrivacyNotice,
  channels: SiteChannels,
  /**
   * Ways on which reporters can be told what happens to their report, for `reporter.notifyBy`. An open set. Without it
   * nobody is told, and a form need not ask.
   */
  newsChannels: z.optional(z.array(openSet(NotificationChannel)).check(z.maxLength(10))),
  theme: z.optional(SiteTheme),
  map: z.optional(MapTiles),
  /** True on a gateway whose clock can be moved and whose reports go nowhere. */
  sandbox: z.boolean(),
});
/** What {@link Site} parses to. */
export type Site = z.infer<typeof Site>;
