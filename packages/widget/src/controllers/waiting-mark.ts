/** The site whose reports are meant. */
export interface MarkedSite {
  readonly gateway: string;
  readonly siteKey: string;
}

const nameOf = ({ gateway, siteKey }: MarkedSite): string => `lapor-waiting ${gateway} ${siteKey}`;

/**
 * Whether reports of this site may wait on this device. A mark, so that a visit on which nothing waits loads nothing to find
 * that out. Where storage is blocked nothing can wait either.
 */
export const hasWaiting = (site: MarkedSite): boolean => {
  try {
    return localStorage.getItem(nameOf(site)) !== null;
  } catch {
    return false;
  }
};

/** Sets or takes away the mark. */
export const markWaiting = (site: MarkedSite, isWaiting: boolean): void => {
  try {
    if (isWaiting) localStorage.setItem(nameOf(site), '');
    else localStorage.removeItem(nameOf(site));
  } catch {
    // Without the mark the report is sent when the form is next used.
  }
};
