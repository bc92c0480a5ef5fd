import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { refusalOf, refuseFaults } from '../refusal/field-fault.ts';
import { actOnReport } from '../reports/act-on-report.ts';
import { maskedOrNull } from '../reports/masked.ts';
import type { ReportRow } from '../reports/report-row.ts';
import { type Assignment, deedOf } from './desk-deed.ts';
import { redactionMark, redactText } from './redact-text.ts';
import { rangeFaults, rangesOf, type RedactAction, type RedactionOf, redactionsOf, unknownPart } from './redactions.ts';

const redactFields = async (
  transaction: Queryable,
  row: ReportRow,
  assignment: Assignment<RedactAction>,
): Promise<ReportRow> => {
  const redactions = redactionsOf(assignment.action, 'text');
  if (redactions.length === 0) return row;
  refuseFaults(
    redactions.flatMap((redaction) => {
      const text = row[redaction.field];
      return text === null
        ? [unknownPart(redaction.index, 'field', assignment)]
        : rangeFaults(text, redaction, assignment);
    }),
  );
  const redacted = (field: 'title' | 'content' | 'landmark'): string =>
    redactText(row[field] ?? '', rangesOf(redactions.filter((redaction) => redaction.field === field)));
  const [title, content, landmark] = [
    redacted('title'),
    redacted('content'),
    row.landmark === null ? null : redacted('landmark'),
  ];
  const after = {
    ...row,
    title,
    content,
    landmark,
    masked_title: maskedOrNull(title),
    masked_content: maskedOrNull(content),
  };
  await transaction.query(
    'update report set title = $2, content = $3, landmark = $4, masked_title = $5, masked_content = $6 where id = $1',
    [row.id, title, content, landmark, after.masked_title, after.masked_content],
  );
  return after;
};

/**
 * The event keeps the digest of the text as it was, by which the chain is checked; without the salt, which goes, that
 * digest tells nothing about the text any more, however short it was.
 */
const redactMessage = async (
  transaction: Queryable,
  row: ReportRow,
  sequence: number,
  redactions: readonly RedactionOf<'message'>[],
  assignment: Assignment,
): Promise<void> => {
  const [found] = await transaction.query<{ id: string; text: string }>(
    `select report_text.id, text from report_event join report_text on report_text.report_id = $1 and report_text.id = (event ->> 'textId')::uuid
     where report_event.report_id = $1 and sequence = $2`,
    [row.id, sequence],
  );
  if (found === undefined) throw refusalOf(redactions.map(({ index }) => unknownPart(index, 'sequence', assignment)));
  refuseFaults(redactions.flatMap((redaction) => rangeFaults(found.text, redaction, assignment)));
  await transaction.query('update report_text set text = $2, salt = null where id = $1', [
    found.id,
    redactText(found.text, rangesOf(redactions)),
  ]);
};

const redactMessages = async (
  transaction: Queryable,
  row: ReportRow,
  assignment: Assignment<RedactAction>,
): Promise<void> => {
  const redactions = redactionsOf(assignment.action, 'message');
  for (const sequence of new Set(redactions.map((redaction) => redaction.sequence))) {
    await redactMessage(
      transaction,
      row,
      sequence,
      redactions.filter((redaction) => redaction.sequence === sequence),
      assignment,
    );
  }
};

/** A file's name can tell as much as the file. Its bytes go once this is kept: see `removeRedactedFiles`. */
const redactAttachments = async (
  transaction: Queryable,
  row: ReportRow,
  assignment: Assignment<RedactAction>,
): Promise<void> => {
  const redactions = redactionsOf(assignment.action, 'attachment');
  const redacted = await transaction.query<{ id: string }>(
    `update upload set state = 'refused', name = $3 where report_id = $1 and id = any($2::text[]) returning id`,
    [row.id, redactions.map(({ attachmentId }) => attachmentId), redactionMark],
  );
  const known = new Set(redacted.map(({ id }) => id));
  refuseFaults(
    redactions
      .filter(({ attachmentId }) => !known.has(attachmentId))
      .map(({ index }) => unknownPart(index, 'attachmentId', assignment)),
  );
};

/**
 * Takes texts and files out of a report for good. What is public of it is masked anew from what is left; the chain of
 * events stays whole, because it holds digests and no texts.
 *
 * @throws Refusal `actionNotAllowed`, or `validationFailed` for a part that is not there or a range that ends behind it.
 */
export const redactReport = async (
  engine: Engine,
  transaction: Queryable,
  row: ReportRow,
  assignment: Assignment<RedactAction>,
): Promise<ReportRow> => {
  const acted = await actOnReport(engine, transaction, row, deedOf(assignment));
  await redactMessages(transaction, row, assignment);
  await redactAttachments(transaction, row, assignment);
  return redactFields(transaction, acted, assignment);
};
