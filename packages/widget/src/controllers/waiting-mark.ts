import { type MarkedSite, markName } from './left-on-device.ts';

/** Sets or takes away the mark. */
export const markWaiting = (site: MarkedSite, isWaiting: boolean): void => {
  try {
    if (isWaiting) localStorage.setItem(markName('waiting', site), '');
    else localStorage.removeItem(markName('waiting', site));
  } catch {
    // Without the mark the report is sent when the form is next used.
  }
};
