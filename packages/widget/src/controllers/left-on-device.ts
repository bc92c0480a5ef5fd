/** The site whose reports are meant. */
export interface MarkedSite {
  readonly gateway: string;
  readonly siteKey: string;
}

/** Names a mark of this site. */
export const markName = (what: string, { gateway, siteKey }: MarkedSite): string =>
  `lapor-${what} ${gateway} ${siteKey}`;

/**
 * Whether an earlier visit may have left something on this device: a report that waits, or a draft. By marks, so that a visit
 * for which nothing lies there loads nothing to find that out. Where storage is blocked nothing can lie there either.
 */
export const hasLeftSomething = (site: MarkedSite): boolean => {
  try {
    return ['waiting', 'draft'].some((what) => localStorage.getItem(markName(what, site)) !== null);
  } catch {
    return false;
  }
};
