import type { Receipt } from '@lapor/schemas';
import { submitReport } from '@lapor/schemas/contract';
import type { HandlerOf } from '../http/handlers.ts';
import { readNewReport } from '../http/read-new-report.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { DueMessage } from './due-messages.ts';
import type { SmsDoor } from './sms-door.ts';
import { titleOf } from '../reports/title-of.ts';

const reportOf = ({ language, say }: SmsDoor, content: string, phone: string) => ({
  classification: 'complaint',
  title: titleOf(content, say.report.title),
  content,
  reporter: { phone, notifyBy: 'sms' },
  language,
});

/**
 * Files a report by SMS, exactly once for a message however often it is tried: by the contract's own operation, with the
 * message as the name of the attempt.
 *
 * @throws Refusal as the contract's endpoint does.
 */
export const fileBySms = async (door: SmsDoor, message: DueMessage, content: string): Promise<Receipt> => {
  const { engine, handlers, site, language } = door;
  const key = `sms-${message.first_id ?? message.id}`;
  const report = readNewReport(site, language, reportOf(door, content, message.sender), key);
  const { path, method } = submitReport;
  const context: RequestContext = {
    identity: { kind: 'site', keyId: 'sms', site },
    channel: 'sms',
    language,
    requestId: key,
    now: message.receivedAt,
    address: 'sms',
    request: new Request(`${engine.publicUrl}${path}`, { method }),
    idempotencyKey: key,
  };
  const submit = handlers.submitReport as HandlerOf<'submitReport'>;
  return (await submit({ body: report }, context)).body;
};
