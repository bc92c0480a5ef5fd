// Every sentence in Indonesian, the source, by subject. `import * as` this file, and a bundler keeps only the subjects in use.

export { attachments } from './id/attachments.ts';
export { classifications } from './id/classifications.ts';
export { criteria } from './id/criteria.ts';
export { deadlineKinds, deadlines } from './id/deadlines.ts';
export { deliveries } from './id/deliveries.ts';
export { events } from './id/events.ts';
export { fieldErrors, thisField } from './id/field-errors.ts';
export { fields } from './id/fields.ts';
export { followUp } from './id/follow-up.ts';
export { form } from './id/form.ts';
export { formPages } from './id/form-pages.ts';
export { formStart } from './id/form-start.ts';
export { guidance } from './id/guidance.ts';
export { news } from './id/news.ts';
export { newsChoices } from './id/news-choices.ts';
export { openData } from './id/open-data.ts';
export { open311 } from './id/open311.ts';
export { problems } from './id/problems.ts';
export { receipt } from './id/receipt.ts';
export { refusals } from './id/refusals.ts';
export { sandbox } from './id/sandbox.ts';
export { sms } from './id/sms.ts';
export { statisticsRows } from './id/statistics.ts';
export { statuses, foreignStatus } from './id/statuses.ts';
export { statusReasons } from './id/status-reasons.ts';
export { suggestionReasons } from './id/suggestions.ts';
export { gaps, gapsIntroduction, personalData } from './id/text-checks.ts';
export { visibility } from './id/visibility.ts';

// The facts that several sentences share
export type { DayFacts, DueFacts } from './id/deadlines.ts';
export type { HopFacts } from './id/events.ts';
export type { ActorFacts } from './id/news.ts';
export type { DoorFacts } from './id/sms.ts';
