import type { statisticsRows as source } from '../id/statistics.ts';

/** The English of the Indonesian `statisticsRows`. */
export const statisticsRows: typeof source = {
  noCategory: { label: 'No category' },
  noRegion: { label: 'No region' },
  noSmallerRegion: { label: ({ region }) => `${region}, no closer place told` },
};
