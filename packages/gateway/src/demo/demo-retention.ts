import type { ClockPolicySettings } from '../clock-plan/clock-policy.ts';

/**
 * The policy of a gateway with demo data. Its reports are invented and some are years old: kept as long as real ones, what
 * they say would be erased on the first day. Who sets a time gets it.
 */
export const withDemoRetention = ({ retention, ...policy }: ClockPolicySettings = {}): ClockPolicySettings => ({
  ...policy,
  retention: { texts: { amount: 100, unit: 'year' }, ...retention },
});
