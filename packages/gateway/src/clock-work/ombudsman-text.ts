import type { Classification, DeadlineState, Language, PublishedReport, TimeZone } from '@lapor/schemas';
import { formatDay, formatMoment, messagesFor } from '@lapor/schemas/messages';

/** How a language writes its dates. */
const locales: Readonly<Record<Language, string>> = { id: 'id', en: 'en-GB' };

/** Lines set in, so that what somebody wrote cannot be taken for a heading. */
const indented = (text: string): string => text.replace(/^/gm, '    ');

/** A report's whole way as plain text, in sentences that the reporter has read before. */
export const ombudsmanText = (
  report: PublishedReport,
  { language, timeZone }: { readonly language: Language; readonly timeZone: TimeZone },
): string => {
  const { fields, events, deadlines, statuses, classifications } = messagesFor(language);
  const locale = locales[language];
  const { own, place, incidentDate, category, status } = report;
  const line = (label: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`${label}: ${value}`];
  const files = own?.attachments.map(({ name }) => name) ?? [];
  const meaning = status.code in statuses ? ` ${statuses[status.code as keyof typeof statuses].meaning}` : '';

  const about = [
    ...line(
      fields.classification.label,
      classifications[report.classification as Classification]?.label ?? report.classification,
    ),
    ...line(fields.title.label, report.title),
    ...line(fields.category.label, category?.name),
    ...line(fields.incidentDate.label, incidentDate && formatDay(incidentDate, locale)),
    ...line(fields.region.label, place?.regionName),
    ...line(fields.landmark.label, place?.landmark),
    ...line(fields.attachments.label, files.length > 0 ? files.join(', ') : undefined),
    `${fields.content.label}:`,
    indented(own?.content ?? report.content ?? ''),
  ];
  const who = [
    ...line(fields.name.label, own?.reporter?.name),
    ...line(fields.email.label, own?.reporter?.email),
    ...line(fields.phone.label, own?.reporter?.phone),
  ];
  const limits = report.deadlines.map(({ kind, dueOn, state }) => deadlines[state as DeadlineState]({ kind, dueOn }));
  const history = report.timeline.map(({ at, summary, message }) =>
    [`${formatMoment(at, timeZone, locale)}: ${summary}`, ...(message === undefined ? [] : [indented(message)])].join(
      '\n',
    ),
  );
  const parts = [
    [`${fields.trackingId.label}: ${report.trackingId}`, events.ombudsmanOffered()],
    about,
    who,
    [`${status.label}.${meaning}`, ...limits],
    history,
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
};
