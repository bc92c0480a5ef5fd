import { segmentsOf } from '../sms/segments-of.ts';
import type { Smsc, SubmittedSms } from '../sms/smsc.test.support.ts';

let phones = 0;

/** A phone number that no other test has, as networks write it. */
export const newPhone = (): string => `62812000${String((phones += 1)).padStart(5, '0')}`;

/** A text as an SMSC hands it over; the library chooses the alphabet and writes in it. */
export const smsFrom = (phone: string, text: string) => ({
  source_addr: phone,
  source_addr_ton: 1,
  destination_addr: '1708',
  short_message: { message: text },
});

/** A text as a phone sends it in parts, by our own segments: those are checked against other implementations elsewhere. */
export const partsFrom = (phone: string, text: string, reference: number) =>
  segmentsOf(text, reference).map(({ dataCoding, hasHeader, octets }) => ({
    ...smsFrom(phone, ''),
    data_coding: dataCoding,
    esm_class: hasHeader ? 0x40 : 0,
    short_message: Buffer.from(octets),
  }));

/** A text that went out to a phone. */
export interface Answer {
  readonly to: string;
  readonly text: string;
}

/** Texts that went out, with the parts of each joined again. */
export const answersIn = (submitted: readonly SubmittedSms[]): Answer[] => {
  const joined = new Map<string, Answer>();
  for (const [index, { destination_addr: to, short_message }] of submitted.entries()) {
    const header = short_message.udh?.[0];
    const key = header ? `${to} ${header[2]}` : `alone ${index}`;
    joined.set(key, { to, text: (joined.get(key)?.text ?? '') + short_message.message });
  }
  return [...joined.values()];
};

/** Hands a message over as an SMSC does: again and again, over whatever line there is, until it is taken. */
export const deliverForSure = async (smsc: Smsc, fields: Record<string, unknown>): Promise<number> => {
  for (let attempt = 1; ; attempt += 1) {
    await smsc.bound();
    const { sessions } = smsc;
    const line = sessions[attempt % sessions.length];
    const answer = await smsc.deliver(fields, line).catch(() => undefined);
    if (answer?.command_status === 0) return attempt;
    await new Promise((resolve) => void setTimeout(resolve, 20));
  }
};
