import type { DeskAction, FieldError, Language } from '@lapor/schemas';
import { findRegion } from '@lapor/schemas/regions';
import type { FakeReport, FakeWorld } from './fake-world.ts';
import { fieldFault } from './field-fault.ts';

type CorrectAction = Extract<DeskAction, { type: 'correct' }>;

/** Without what would change nothing: the history should tell what was mended. */
export const withoutUnchanged = (
  { title, categoryId, supervision, ...action }: CorrectAction,
  { report, state }: FakeReport,
): CorrectAction => ({
  ...action,
  ...(title !== undefined && title !== report.title && { title }),
  ...(categoryId !== undefined && categoryId !== report.categoryId && { categoryId }),
  ...(supervision !== undefined && supervision !== state.supervision && { supervision }),
});

/** What is wrong with a correction that no schema can know. */
export const faultsOfCorrection = (
  { categories }: FakeWorld,
  { categoryId, place }: CorrectAction,
  language: Language,
): FieldError[] => [
  ...(categoryId !== undefined && !categories.get(categoryId)?.selectable
    ? [fieldFault(language, '/categoryId', 'unknownReference', 'category')]
    : []),
  ...(place?.regionCode !== undefined && !findRegion(place.regionCode.slice(0, 5))
    ? [fieldFault(language, '/place/regionCode', 'unknownReference', 'region')]
    : []),
];

/** Mends title, category or place. A place is replaced as a whole, except that a report never loses its region. */
export const correctReport = (held: FakeReport, { title, categoryId, place }: CorrectAction): void => {
  const { report } = held;
  const regionCode = place?.regionCode ?? report.incident?.place?.regionCode;
  held.report = {
    ...report,
    ...(title !== undefined && { title }),
    ...(categoryId !== undefined && { categoryId }),
    ...(place && { incident: { ...report.incident, place: { ...place, ...(regionCode && { regionCode }) } } }),
  };
};
