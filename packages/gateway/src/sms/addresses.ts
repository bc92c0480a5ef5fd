import { normalisePhoneNumber, PhoneNumber } from '@lapor/schemas';
import * as z from 'zod/mini';

/** Kinds of addresses. Source: SMPP 3.4, 5.2.5 and 5.2.6. */
const typeOfNumber = { unknown: 0, international: 1, networkSpecific: 3, alphanumeric: 5 } as const;
const numberingPlan = { unknown: 0, telephone: 1 } as const;

/** From whom our messages come. */
export interface SourceAddress {
  /** A short code such as `1708`, a number with its country code, or a name of at most 11 letters. */
  readonly address: string;
  /** Type and plan where the SMSC wants others than what the address looks like. */
  readonly typeOfNumber?: number;
  readonly numberingPlan?: number;
}

/** An address of ours as `submit_sm` takes it. */
export const sourceFields = (source: SourceAddress) => {
  const { address } = source;
  const digits = /^\+?(\d+)$/.exec(address)?.[1];
  const [ton, npi] =
    digits === undefined
      ? [typeOfNumber.alphanumeric, numberingPlan.unknown]
      : digits.length > 7
        ? [typeOfNumber.international, numberingPlan.telephone]
        : [typeOfNumber.networkSpecific, numberingPlan.unknown];
  return {
    source_addr: digits ?? address,
    source_addr_ton: source.typeOfNumber ?? ton,
    source_addr_npi: source.numberingPlan ?? npi,
  };
};

/** A phone number as `submit_sm` takes it. */
export const destinationFields = (to: string) => ({
  destination_addr: to.replace(/^\+/, ''),
  dest_addr_ton: typeOfNumber.international,
  dest_addr_npi: numberingPlan.telephone,
});

/** Digits of the shortest number that somebody can be called back at. Shorter ones are services, and machines. */
const shortestNumber = 8;

/**
 * The phone number that a message came from; `undefined` when it is a short code or a name. Networks write the same number
 * with its country code, with and without a zero or a plus.
 */
export const phoneNumberOf = (address: string, ton: number): string | undefined => {
  if (ton === typeOfNumber.alphanumeric || address.replace(/\D/g, '').length < shortestNumber) return undefined;
  const isInternational = ton === typeOfNumber.international && !address.startsWith('0');
  const written = normalisePhoneNumber(isInternational ? `+${address.replace(/^\+/, '')}` : address);
  const number = /^\d/.test(written) && !written.startsWith('0') ? `+62${written}` : written;
  const { success, data } = z.safeParse(PhoneNumber, number);
  return success ? data : undefined;
};
