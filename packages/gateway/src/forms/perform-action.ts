import { setTimeout as delay } from 'node:timers/promises';
import type { PublishedReport } from '@lapor/schemas';
import { confirmReport, disputeReport, replyToReport, withdrawReport } from '@lapor/schemas/contract';
import type { KeptUpload } from '../attachments/kept-uploads.ts';
import { asRefusal } from '../http/answer-problem.ts';
import type { Handlers } from '../http/handlers.ts';
import { alone, attemptName } from '../http/idempotency.ts';
import { readParts } from '../http/read-parts.ts';
import type { Identity } from '../http/request-context.ts';
import type { ReporterActionName } from './action-forms.ts';
import { typedIn } from './report-of-values.ts';
import { contextOf } from './take-files.ts';
import type { Visit } from './visit.ts';

const operations = {
  reply: { id: 'replyToReport', endpoint: replyToReport, event: 'replied', text: 'message' },
  confirm: { id: 'confirmReport', endpoint: confirmReport, event: 'confirmed', text: 'comment' },
  dispute: { id: 'disputeReport', endpoint: disputeReport, event: 'disputed', text: 'reason' },
  withdraw: { id: 'withdrawReport', endpoint: withdrawReport, event: 'withdrawn', text: 'reason' },
} as const;

/** One action of a reporter, as it was typed. */
export interface TypedAction {
  readonly name: ReporterActionName;
  readonly values: URLSearchParams;
  readonly files: readonly KeptUpload[];
  /** The showing of the page that it was typed on. */
  readonly attempt: string;
}

/** What was typed for an action, as the contract takes it. */
const bodyOf = ({ name, values, files }: TypedAction): Record<string, unknown> => {
  const rating = name === 'confirm' ? typedIn(values, 'confirm-rating') : undefined;
  const { text } = operations[name];
  const members = {
    rating: rating && Number(rating),
    [text]: typedIn(values, `${name}-${text}`),
    attachments: files.length > 0 ? files.map(({ id }) => id) : undefined,
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
};

/** Times that are looked whether the first of two pressings has come to its end, and milliseconds in between. */
const patience = { looks: 20, pause: 250 };

/** Who presses twice is to see what came of it, not that it is under way. */
const afterTheFirst = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  for (let looks = 1; ; looks += 1)
    try {
      return await work();
    } catch (error) {
      if (asRefusal(error).code !== 'idempotencyInProgress' || looks === patience.looks) throw error;
      await delay(patience.pause);
    }
};

/**
 * Does it, once for each showing of the page.
 *
 * @throws Refusal as the contract's endpoint does.
 */
export const performAction = (
  visit: Visit,
  identity: Identity,
  trackingId: string,
  action: TypedAction,
): Promise<PublishedReport> => {
  const { id, endpoint } = operations[action.name];
  const parts = {
    path: { trackingId },
    query: new URLSearchParams(),
    headers: new Headers({ 'idempotency-key': action.attempt }),
    body: bodyOf(action),
  };
  const call = readParts(endpoint, parts, visit.language);
  const handler = visit.handlers[id] as Handlers['replyToReport'] &
    ((call: unknown, context: unknown) => Promise<{ body: PublishedReport }>);
  const context = contextOf(visit, identity, { idempotencyKey: action.attempt });
  return afterTheFirst(() =>
    alone(attemptName(identity, id, action.attempt), async () => (await handler(call as never, context)).body),
  );
};

/** Whether the report has been told the same already. Files that were sent once more have other ids, so their names are compared. */
export const isToldAlready = ({ timeline }: PublishedReport, { name, values, files }: TypedAction): boolean => {
  const { event, text } = operations[name];
  const typed = typedIn(values, `${name}-${text}`);
  const names = files.map((file) => file.name).join('\n');
  return timeline.some(
    ({ type, message, attachments = [] }) =>
      type === event && message === typed && attachments.map((file) => file.name).join('\n') === names,
  );
};
