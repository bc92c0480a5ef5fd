/**
 * What people see: the complaint form as a custom element. Importing this registers nothing; `@lapor/widget/define` does.
 *
 * @module @lapor/widget
 */

// Elements
export { LaporButton } from './elements/lapor-button.ts';
export { LaporForm } from './elements/lapor-form.ts';

// Events
export { LaporBeforeSubmitEvent } from './events/before-submit-event.ts';
export { LaporDraftRestoreEvent } from './events/draft-restore-event.ts';
export { LaporErrorEvent, type LaporErrorCode } from './events/error-event.ts';
export { LaporHideEvent } from './events/hide-event.ts';
export { LaporQueuedEvent } from './events/queued-event.ts';
export { LaporReadyEvent } from './events/ready-event.ts';
export { type LaporStep, LaporStepChangeEvent } from './events/step-change-event.ts';
export { LaporShowEvent } from './events/show-event.ts';
export { LaporSubmitErrorEvent } from './events/submit-error-event.ts';
export { LaporSubmitSuccessEvent } from './events/submit-success-event.ts';
export { LaporUploadProgressEvent } from './events/upload-progress-event.ts';

// Words of a region's own
export type { OtherWords, OwnWords } from './sentences/own-words.ts';
export type { SentenceParts } from './sentences/reword.ts';
