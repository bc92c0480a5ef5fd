// What is said while somebody finds the place, in English.
import type { PlaceSentences } from '../place-sentences.ts';

/** Searching, the device's own position, and the map. */
export const place: PlaceSentences = {
  search: { label: 'Search for the region', hint: 'Type the name of a regency, city, district or village.' },
  found: ({ count }) => `${count} ${count === 1 ? 'region' : 'regions'} found. Choose one.`,
  notFound: 'No region has that name. Check the spelling, or choose from the lists below.',
  searchFailed: 'Searching does not work now. Choose the region from the lists below.',
  chosen: ({ region }) => `Region chosen: ${region}.`,
  here: {
    label: 'Use my location',
    hint: 'Your location is only read on your device, to suggest a regency or city. It is not sent unless you agree.',
  },
  asking: 'Reading your location. If the browser asks for permission, please allow it …',
  denied:
    'Permission was not given. Choose the region from the lists below, or allow the location in the settings of your browser and try again.',
  unavailable: 'This device cannot tell where it is. Choose the region from the lists below.',
  late: 'No location was found within 15 seconds. Try again in the open, or choose the region from the lists below.',
  inaccurate: ({ kilometres }) =>
    `This device only knows its location to about ${kilometres} km, which is too rough to suggest a region. Choose from the lists below.`,
  unplaced: 'There is no regency or city near you. Choose the region from the lists below.',
  notLoaded: 'The borders could not be loaded. Try again in a moment, or choose the region from the lists below.',
  guess: ({ region }) => `You seem to be in ${region}. Did it happen there too?`,
  yes: { label: 'Yes, there' },
  no: { label: 'No, elsewhere' },
  withPoint: {
    label: 'Include the point where I am',
    hint: 'Officers see that point to about 10 metres, the public to about 100 metres.',
  },
  keptPoint: 'A point goes with your report.',
  removePoint: { label: 'Remove the point' },
  map: { label: 'Choose on a map' },
  mapLabel: 'Map to choose the point where it happened',
  mapHint: 'Move the map until the circle in the middle is where it happened, by finger, mouse or arrow keys.',
  middle: ({ region }) => `The circle is in ${region}.`,
  nowhere: 'The circle is outside all known regions.',
  zoomIn: { label: 'Zoom in' },
  zoomOut: { label: 'Zoom out' },
  usePoint: { label: 'Use this point' },
  closeMap: { label: 'Close the map' },
  noMap: 'The map could not be loaded. Choose the region from the lists below.',
};
