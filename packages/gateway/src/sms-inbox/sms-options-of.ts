import type { Configuration } from '../configuration/configuration.ts';
import type { SmsOptions } from './sms-options.ts';

/** The options of the SMS door, from their part of a configuration. */
export const smsOptionsOf = ({
  sourceAddress: address,
  sourceTypeOfNumber: typeOfNumber,
  sourceNumberingPlan: numberingPlan,
  site,
  keyword,
  news,
  port,
  certificateAuthority,
  ...account
}: NonNullable<Configuration['sms']>): SmsOptions => ({
  account: { ...account, ...(port && { port }), ...(certificateAuthority && { certificateAuthority }) },
  source: {
    address,
    ...(typeOfNumber !== undefined && { typeOfNumber }),
    ...(numberingPlan !== undefined && { numberingPlan }),
  },
  site,
  news,
  ...(keyword !== undefined && { keyword }),
});
