import { statements as first } from './0001-first.ts';
import { statements as desk } from './0002-desk.ts';
import { statements as clockWork } from './0003-clock-work.ts';
import { statements as statistics } from './0004-statistics.ts';

/** Every migration, oldest first. A migration that has been released is never changed; a further one mends it. */
export const migrations: readonly { readonly name: string; readonly statements: string }[] = [
  { name: '0001-first', statements: first },
  { name: '0002-desk', statements: desk },
  { name: '0003-clock-work', statements: clockWork },
  { name: '0004-statistics', statements: statistics },
];
