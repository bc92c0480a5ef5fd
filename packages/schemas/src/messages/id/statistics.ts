/** What rows of public figures are called that count what is not told. */
export const statisticsRows = {
  noCategory: { label: 'Tanpa kategori' },
  noRegion: { label: 'Tanpa wilayah' },
  noSmallerRegion: { label: ({ region }: { region: string }) => `${region}, tanpa lokasi lebih rinci` },
};
