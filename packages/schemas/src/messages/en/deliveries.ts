import type { deliveries as source } from '../id/deliveries.ts';

/** The English of the Indonesian `deliveries`. */
export const deliveries: typeof source = {
  queued: ({ system }) => `Your report is kept here. Sending it to ${system} waits for its turn.`,
  delivered: ({ system, upstreamId }) => `Your report has reached ${system}, where its number is ${upstreamId}.`,
  failed: ({ system }) =>
    `Your report could not be sent to ${system} yet. It is safe here, and an officer has been told.`,
};
