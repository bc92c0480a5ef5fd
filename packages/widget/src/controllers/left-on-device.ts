/** The site whose reports are meant. */
export interface MarkedSite {
  readonly gateway: string;
  readonly siteKey: string;
}

/** Names a mark of this site. */
export const markName = (what: string, { gateway, siteKey }: MarkedSite): string =>
  `lapor-${what} ${gateway} ${siteKey}`;

/** Whether this device has a mark. Where storage is blocked there is none, and nothing can lie there either. */
export const hasMark = (what: string, site: MarkedSite): boolean => {
  try {
    return localStorage.getItem(markName(what, site)) !== null;
  } catch {
    return false;
  }
};

/**
 * Whether an earlier visit may have left something on this device: a report that waits, or a draft. By marks, so that a visit
 * for which nothing lies there loads nothing to find that out.
 */
export const hasLeftSomething = (site: MarkedSite): boolean => ['waiting', 'draft'].some((what) => hasMark(what, site));
