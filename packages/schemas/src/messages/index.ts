// Sentences for people. A server takes both languages with `messagesFor`; a browser imports `./id.ts` or `./en.ts`
// (`@lapor/schemas/messages/id`, `/en`), and a bundler keeps the subjects in use. Nothing here imports both but `messages-for`.

export { messagesFor } from './messages-for.ts';
export type { Messages } from './messages-for.ts';

// From zod's issues to field errors
export { explainIssue } from './explain-issue.ts';
export type { Explanation } from './explanation.ts';
export { explainIssues } from './explain-issues.ts';
export type { ExplainOptions, FieldSentences } from './explain-issues.ts';
export { fieldOfPath } from './field-of-path.ts';
export { jsonPointer } from './json-pointer.ts';
export type {
  ExpectedFormat,
  ExpectedType,
  FieldErrorCode,
  FieldErrorFacts,
  FieldErrorSentences,
} from './field-error-facts.ts';
export type { FieldName } from './id/fields.ts';

// Numbers, days and lists as a language writes them
export { formatBytes, formatDay, formatMoment, formatNumber, formatWait, listOfAll, listOfEither } from './formats.ts';
