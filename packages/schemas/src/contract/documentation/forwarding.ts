import type { DocumentationOf } from './endpoint-documentation.ts';
import { forwardingTask } from './samples/forwarding-task.ts';

const { lastError: _, ...taken } = forwardingTask;

/** The endpoints of forwarding, in words. */
export const forwardingDocumentation: DocumentationOf<'forwarding'> = {
  listForwarding: {
    summary: 'List what could not be forwarded',
    description:
      'What was put aside on its way to another system, the oldest first; with `state=queued` what waits for its turn. Admins see what concerns reports that their institution, or one below it, owns or coordinates. `mayHaveArrived` tells that a call was made and nobody knows what came of it. A `check` is put aside where a network delivered one call twice: `lastError` names both numbers there, and the report goes on under the first. `settings` tells of numbers in the gateway’s settings that the other system has removed.',
    answerExamples: { 200: { items: [forwardingTask], nextCursor: null } },
  },
  retryForwarding: {
    summary: 'Try it again',
    description:
      'Puts back into the queue what was put aside. Where it may have arrived the gateway looks first, if the other system lets it; `absent: true` tells that somebody has looked and it is not there. What is not put aside is refused with `actionNotPossible`.',
    requestExamples: {
      again: { summary: 'As it is', value: {} },
      absent: { summary: 'Somebody has looked: it is not there', value: { absent: true } },
    },
    answerExamples: { 202: { ...taken, state: 'queued', nextAttemptAt: '2026-11-18T01:00:00Z' } },
  },
  resolveForwarding: {
    summary: 'Note that it arrived',
    description:
      'For what was put aside although it is there, as somebody has seen: nothing is sent, and the report shows its number in the other system. Of a `check` it settles which number counts. What is not put aside is refused with `actionNotPossible`.',
    requestExamples: { seen: { summary: 'It is there under this number', value: { upstreamId: '7002341' } } },
    answerExamples: { 200: { ...taken, state: 'done' } },
  },
};
