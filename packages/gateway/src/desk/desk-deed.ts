import { type DeskAction, defaultReportLimits, type Language, type ReportLimits } from '@lapor/schemas';
import { claimAttachments } from '../attachments/claim-attachments.ts';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { fieldFault, refusalOf } from '../refusal/field-fault.ts';
import { keyIdOf } from '../http/request-context.ts';
import { actOnReport, type Deed } from '../reports/act-on-report.ts';
import type { ReportRow } from '../reports/report-row.ts';
import type { SiteRecord } from '../sites/site-record.ts';
import { type DeskIdentity, officerOf } from './desk-context.ts';

/** What an officer does, and on what occasion. */
export interface Assignment<Action extends DeskAction = DeskAction> {
  readonly action: Action;
  readonly identity: DeskIdentity;
  readonly language: Language;
  readonly now: string;
}

/** What an action lets people read, and as which member it was sent: the answer, the plan, the reason. */
const writtenPartOf = (
  action: DeskAction,
): { readonly member: 'message' | 'reason' | 'plan'; readonly text: string | undefined } | undefined => {
  if ('message' in action) return { member: 'message', text: action.message };
  if ('reason' in action) return { member: 'reason', text: action.reason };
  return 'plan' in action ? { member: 'plan', text: action.plan } : undefined;
};

/** The limits of the site that a report came by; the defaults for one that came by none. */
export const limitsFor = (row: ReportRow, sites: ReadonlyMap<string, SiteRecord>): ReportLimits =>
  (row.site_id === null ? undefined : sites.get(row.site_id))?.limits ?? defaultReportLimits;

/** A site can allow less than the contract. @throws Refusal `validationFailed` for a text that is too long for the report's site. */
export const checkLength = (action: DeskAction, { messageMax }: ReportLimits, language: Language): void => {
  const written = writtenPartOf(action);
  const over = [...(written?.text ?? '')].length - messageMax;
  if (written === undefined || over <= 0) return;
  const field = written.member === 'reason' ? 'reason' : 'message';
  throw refusalOf([
    fieldFault(language, {
      pointer: `/${written.member}`,
      code: 'tooLong',
      facts: { maximum: messageMax, over },
      field,
    }),
  ]);
};

/** The action as something done to a report. */
export const deedOf = ({ action, identity, language, now }: Assignment): Deed => ({
  action,
  by: officerOf(identity),
  now,
  language,
  text: writtenPartOf(action)?.text,
  attachmentIds: 'attachments' in action ? action.attachments : undefined,
});

/**
 * Does to a locked report what needs nothing but events, a text, and files.
 *
 * @throws Refusal `actionNotAllowed`, `actionNotPossible` or `attachmentRefused`.
 */
export const performPlainly = async (
  engine: Engine,
  transaction: Queryable,
  row: ReportRow,
  assignment: Assignment,
): Promise<ReportRow> => {
  const { identity, language } = assignment;
  const deed = deedOf(assignment);
  const after = await actOnReport(engine, transaction, row, deed);
  const { attachments: limits } = limitsFor(row, await engine.sites.get());
  await claimAttachments(transaction, {
    ids: deed.attachmentIds ?? [],
    keyId: keyIdOf(identity),
    reportId: row.id,
    limits,
    language,
  });
  return after;
};
