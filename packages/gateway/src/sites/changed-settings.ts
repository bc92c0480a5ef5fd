import type { SiteChange } from '@lapor/schemas';
import type { StoredSiteSettings } from './site-record.ts';

/** The settings with a change: what is given replaces, and of features and limits only those that are named. */
export const changedSettings = (
  before: StoredSiteSettings,
  { origins: _origins, regionCode: _region, ...change }: SiteChange,
): StoredSiteSettings => {
  const limits = { ...before.limits, ...change.limits };
  const attachments = { ...before.limits?.attachments, ...change.limits?.attachments };
  const merged = {
    ...before,
    ...change,
    ...((before.features || change.features) && { features: { ...before.features, ...change.features } }),
    ...((before.limits || change.limits) && {
      limits: { ...limits, ...(Object.keys(attachments).length > 0 && { attachments }) },
    }),
  };
  return merged as StoredSiteSettings;
};
