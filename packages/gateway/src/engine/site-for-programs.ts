import type { SiteRecord } from '../sites/site-record.ts';

/** What is made of a site's record hangs on it, so that whatever hangs on that, such as its schema, is made but once. */
const made = new WeakMap<SiteRecord, Map<boolean, SiteRecord>>();

/**
 * A site for programs that speak another protocol: what that has no word for is not insisted on, and a title is none of the
 * reporter's doing. A proof of work is for pages; a program proves itself by a secret key.
 */
export const siteForPrograms = (record: SiteRecord, by: 'publishable' | 'secret'): SiteRecord => {
  const challenge = by === 'publishable' && record.features.challenge;
  const known = made.get(record) ?? new Map<boolean, SiteRecord>();
  made.set(record, known);
  const site = known.get(challenge) ?? {
    ...record,
    limits: { ...record.limits, titleMin: 1, contentMin: 1, required: [] },
    features: { ...record.features, challenge },
  };
  known.set(challenge, site);
  return site;
};
