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
  setFaults: {
    summary: 'Switch faults on or off',
    description:
      'Makes a sandbox gateway fail on purpose, at any of its doors: late, silent after success, twice, with errors before or after, with pages, nonsense or unheard-of statuses. The list takes the place of the one before; an empty one ends it. Calls below `/v1/sandbox` are never struck. The faults belong to the process: a restart forgets them.',
    requestExamples: {
      silentAfterSuccess: {
        summary: 'The first complaint is filed, and no answer comes',
        value: {
          faults: [{ kind: 'hangAfter', path: '/lapor/3.0.0/complaints/complaint', method: 'POST', times: 1 }],
        },
      },
      none: { summary: 'No fault any more', value: { faults: [] } },
    },
    answerExamples: {
      200: {
        seed: 1,
        faults: [{ kind: 'hangAfter', path: '/lapor/3.0.0/complaints/complaint', method: 'POST', times: 1, struck: 0 }],
      },
    },
  },
  getFaults: {
    summary: 'Read the faults',
    description: 'The faults of a sandbox gateway, with how often each has struck.',
    answerExamples: {
      200: { seed: 1, faults: [{ kind: 'errorAfter', path: '/v1/reports', probability: 0.2, struck: 3 }] },
    },
  },
};
