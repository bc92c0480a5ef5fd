import type { Language, ReportStatus } from '@lapor/schemas';
import type { ReportState } from '@lapor/schemas/lifecycle';
import { messagesFor } from '@lapor/schemas/messages';

/** A state's status in words, with the upstream's own label where it came from there. */
export const statusLabel = (
  { status, rawLabel }: Pick<ReportState, 'status' | 'rawLabel'>,
  language: Language,
): ReportStatus => ({
  code: status,
  label: status === 'unknown' && rawLabel !== undefined ? rawLabel : messagesFor(language).statuses[status].label,
  ...(rawLabel !== undefined && { rawLabel }),
});
