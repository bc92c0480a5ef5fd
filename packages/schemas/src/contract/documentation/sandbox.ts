import type { DocumentationOf } from './endpoint-documentation.ts';

/** The endpoints of a sandbox gateway, in words. */
export const sandboxDocumentation: DocumentationOf<'sandbox'> = {
  moveClock: {
    summary: 'Move the clock forward',
    description:
      'Sets the clock of a sandbox gateway to a moment, or moves it by an amount, and runs everything that becomes due on the way: reminders, escalations, closing by the system, webhooks. It never goes back.',
    requestExamples: {
      byWorkingDays: { summary: 'Three working days', value: { advance: { amount: 3, unit: 'workingDay' } } },
      toAMoment: { summary: 'To a moment', value: { now: '2026-12-03T17:00:00Z' } },
    },
    answerExamples: { 200: { now: '2026-11-25T01:00:00Z' } },
  },
  getClock: {
    summary: 'Read the clock',
    description: 'What time a sandbox gateway believes it is.',
    answerExamples: { 200: { now: '2026-11-20T01:00:00Z' } },
  },
};
