import { defaultReportLimits, type Site } from '@lapor/schemas';

/** What of a site the form goes by. */
export type FormSite = Pick<Site, 'features' | 'limits' | 'channels' | 'timeZone'> &
  Partial<Pick<Site, 'regionCode' | 'map' | 'privacyNotice' | 'newsChannels' | 'institution'>>;

/** Taken where the gateway does not tell its settings: nobody is kept from writing a report by that. */
export const usualSite: FormSite = Object.freeze({
  features: {
    attachments: true,
    anonymous: true,
    confidential: true,
    map: false,
    publicList: false,
    suggestions: false,
    challenge: false,
  },
  limits: defaultReportLimits,
  channels: { sms: { number: '1708' } },
  timeZone: 'Asia/Jakarta',
});
