import {
  type AttachmentLimits,
  defaultReportLimits,
  type DayOff,
  type PrivacyNotice,
  type ReportLimits,
  type SiteChannels,
  type SiteTheme,
  type MapTiles,
  type TimeZone,
  type WorkWeek,
} from '@lapor/schemas';

/** What a site's row holds besides its columns, every part optional: the difference from the defaults. */
export interface StoredSiteSettings {
  readonly name: string;
  readonly languages?: readonly string[];
  readonly limits?: Partial<Omit<ReportLimits, 'attachments'>> & { readonly attachments?: Partial<AttachmentLimits> };
  readonly features?: Partial<SiteFeatures>;
  readonly workWeek?: WorkWeek;
  readonly localHolidays?: readonly DayOff[];
  readonly privacyNotice?: PrivacyNotice;
  readonly channels?: SiteChannels;
  readonly theme?: SiteTheme;
  readonly map?: MapTiles;
}

/** Which parts of the form a site offers. */
export interface SiteFeatures {
  readonly attachments: boolean;
  readonly anonymous: boolean;
  readonly confidential: boolean;
  readonly map: boolean;
  readonly publicList: boolean;
  readonly suggestions: boolean;
  readonly challenge: boolean;
}

/** Everything on, except what costs the citizen's phone or patience. */
export const defaultFeatures: SiteFeatures = Object.freeze({
  attachments: true,
  anonymous: true,
  confidential: true,
  map: false,
  publicList: true,
  suggestions: true,
  challenge: false,
});

/** A site as the engine uses it: settings and defaults already one. */
export interface SiteRecord {
  readonly id: string;
  readonly institutionId: string;
  readonly regionCode: string;
  readonly timeZone: TimeZone;
  readonly origins: readonly string[];
  readonly createdAt: string;
  readonly languages: readonly string[];
  readonly limits: ReportLimits;
  readonly features: SiteFeatures;
  readonly workWeek: WorkWeek;
  readonly localHolidays: readonly DayOff[];
  readonly settings: StoredSiteSettings;
}

/** The limits of a site: its own where it set them, the defaults elsewhere. */
export const limitsOf = ({ limits }: StoredSiteSettings): ReportLimits => ({
  ...defaultReportLimits,
  ...limits,
  attachments: { ...defaultReportLimits.attachments, ...limits?.attachments },
});
