import { type MarkedSite, markName } from './left-on-device.ts';

/** `allowed`: this device may keep drafts; `kept`: and one lies here. */
export type DraftMark = 'allowed' | 'kept';

/** What this device says of drafts; `blocked` where it keeps nothing for pages. */
export const draftMark = (site: MarkedSite): DraftMark | 'blocked' | undefined => {
  try {
    if (localStorage.getItem(markName('draft', site)) !== null) return 'kept';
    return localStorage.getItem(markName('drafts-allowed', site)) === null ? undefined : 'allowed';
  } catch {
    return 'blocked';
  }
};

/** Sets the mark of drafts, or takes it away. */
export const markDraft = (site: MarkedSite, mark: DraftMark | undefined): void => {
  const set = (what: string, isSet: boolean): void =>
    isSet ? localStorage.setItem(markName(what, site), '') : localStorage.removeItem(markName(what, site));
  try {
    set('drafts-allowed', mark !== undefined);
    set('draft', mark === 'kept');
  } catch {
    // Without the mark the draft is not given back.
  }
};
