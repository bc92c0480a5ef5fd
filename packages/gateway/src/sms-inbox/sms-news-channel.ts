import { messagesFor } from '@lapor/schemas/messages';
import type { NewsChannel } from '../notifications/news-channel.ts';
import type { SmsTransport } from '../sms/sms-transport.ts';
import { smsVerdict } from '../sms/sms-verdict.ts';

/**
 * Tells reporters of news by SMS. The transport is somebody else's, who ends it. SMPP knows no names of messages: one whose
 * end is unknown may arrive twice.
 *
 * @param number where an answer arrives; without it there is nobody to whom `STOP` could be sent.
 */
export const createSmsNewsChannel = (
  { send }: Pick<SmsTransport, 'send'>,
  number: string | undefined,
  atOnce: number,
): NewsChannel => ({
  name: 'sms',
  atOnce,
  async send({ to, short, language }, signal) {
    const hint = number === undefined ? '' : ` ${messagesFor(language).sms.stopHint({ number })}`;
    try {
      await send({ to, text: `${short}${hint}` }, signal);
      return { result: 'sent' };
    } catch (error) {
      const { isFinal, detail } = smsVerdict(error);
      return { result: isFinal ? 'refused' : 'failed', detail };
    }
  },
  async close() {},
});
