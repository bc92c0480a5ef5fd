import type { Language } from '@lapor/schemas';
import { type Messages, messagesFor } from '@lapor/schemas/messages';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import type { SiteRecord } from '../sites/site-record.ts';

/** The site into which reports by SMS go, with what a report is filed by. */
export interface SmsDoor {
  readonly engine: Engine;
  /** What answers the contract's operations: a report by SMS is filed through them, like any other. */
  readonly handlers: Handlers;
  readonly keyword: string | undefined;
  readonly site: SiteRecord;
  readonly language: Language;
  readonly say: Messages['sms'];
}

/** Room for a title that is taken from the text. */
const titleRoom = 100;

/** A site for SMS: what nobody can give by SMS is not insisted on, and the title is none of the reporter's doing. */
const forSms = (record: SiteRecord): SiteRecord => ({
  ...record,
  limits: { ...record.limits, titleMin: 1, titleMax: Math.max(record.limits.titleMax, titleRoom), required: [] },
  features: { ...record.features, challenge: false },
});

/** What is remembered of a site hangs on its record, so that there is one for each. */
const records = new WeakMap<SiteRecord, SiteRecord>();

/**
 * Opens the door for the messages that wait.
 *
 * @throws Error when the site is not there.
 */
export const openSmsDoor = async (
  engine: Engine,
  handlers: Handlers,
  { site: id, keyword }: { readonly site: string; readonly keyword?: string },
): Promise<SmsDoor> => {
  const record = (await engine.sites.get()).get(id);
  if (record === undefined)
    throw new Error(`lapor-gateway: sms: there is no site \`${id}\`. Add it, or correct \`sms.site\`.`);
  const site = records.get(record) ?? forSms(record);
  records.set(record, site);
  const language = record.languages[0] === 'en' ? 'en' : 'id';
  return { engine, handlers, keyword, site, language, say: messagesFor(language).sms };
};
