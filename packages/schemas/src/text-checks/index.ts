// Checks on what people write, before and after it is sent. Each is advice in linear time, and runs in a browser.

export { findPersonalData, personalDataKinds } from './personal-data.ts';
export type { PersonalData, PersonalDataKind } from './personal-data.ts';
export { maskPersonalData } from './mask.ts';
export { checkCompleteness } from './completeness.ts';
export type { DraftToCheck, Gap, GapCode } from './completeness.ts';
