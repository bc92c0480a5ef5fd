// Every sentence in English, by subject. `import * as` this file, and a bundler keeps only the subjects in use.

export { attachments } from './en/attachments.ts';
export { classifications } from './en/classifications.ts';
export { criteria } from './en/criteria.ts';
export { deadlineKinds, deadlines } from './en/deadlines.ts';
export { deliveries } from './en/deliveries.ts';
export { events } from './en/events.ts';
export { fieldErrors, thisField } from './en/field-errors.ts';
export { fields } from './en/fields.ts';
export { followUp } from './en/follow-up.ts';
export { form } from './en/form.ts';
export { formPages } from './en/form-pages.ts';
export { formStart } from './en/form-start.ts';
export { guidance } from './en/guidance.ts';
export { news } from './en/news.ts';
export { newsChoices } from './en/news-choices.ts';
export { openData } from './en/open-data.ts';
export { problems } from './en/problems.ts';
export { receipt } from './en/receipt.ts';
export { refusals } from './en/refusals.ts';
export { sandbox } from './en/sandbox.ts';
export { sms } from './en/sms.ts';
export { statisticsRows } from './en/statistics.ts';
export { statuses, foreignStatus } from './en/statuses.ts';
export { statusReasons } from './en/status-reasons.ts';
export { suggestionReasons } from './en/suggestions.ts';
export { gaps, gapsIntroduction, personalData } from './en/text-checks.ts';
export { visibility } from './en/visibility.ts';
