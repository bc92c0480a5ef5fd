import { type MarkedSite, markName } from './left-on-device.ts';

export type { MarkedSite } from './left-on-device.ts';

/**
 * Whether reports of this site may wait on this device. A mark, so that a visit on which nothing waits loads nothing to find
 * that out. Where storage is blocked nothing can wait either.
 */
export const hasWaiting = (site: MarkedSite): boolean => {
  try {
    return localStorage.getItem(markName('waiting', site)) !== null;
  } catch {
    return false;
  }
};

/** Sets or takes away the mark. */
export const markWaiting = (site: MarkedSite, isWaiting: boolean): void => {
  try {
    if (isWaiting) localStorage.setItem(markName('waiting', site), '');
    else localStorage.removeItem(markName('waiting', site));
  } catch {
    // Without the mark the report is sent when the form is next used.
  }
};
