import { AnsweredError, type AnswerFacts } from './answered-error.ts';

/** The gateway, or a proxy before it, broke or is away for a moment. 5xx. What was sent may have arrived all the same. */
export class GatewayFailedError extends AnsweredError {
  override name = 'GatewayFailedError';

  constructor(facts: AnswerFacts) {
    super('failed at the gateway', facts, facts.status !== 501);
  }
}
