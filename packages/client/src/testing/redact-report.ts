import type { Redaction } from '@lapor/schemas';
import type { FakeReport, FakeWorld } from './fake-world.ts';

const mark = '[dihapus]';

const without = (text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string =>
  [...ranges]
    .sort((one, other) => other.start - one.start)
    .reduce((left, { start, end }) => `${left.slice(0, start)}${mark}${left.slice(end)}`, text);

/** Takes spans of text and files out of a report. */
export const redactReport = (world: FakeWorld, held: FakeReport, redactions: readonly Redaction[]): void => {
  for (const redaction of redactions) {
    if (redaction.what === 'attachment') world.uploads.delete(redaction.attachmentId);
    else if (redaction.what === 'message') {
      const text = held.texts.get(redaction.sequence);
      if (text !== undefined) held.texts.set(redaction.sequence, without(text, redaction.ranges));
    } else if (redaction.field === 'landmark') {
      const { incident } = held.report;
      if (incident?.place?.landmark === undefined) continue;
      const landmark = without(incident.place.landmark, redaction.ranges);
      held.report = { ...held.report, incident: { ...incident, place: { ...incident.place, landmark } } };
    } else {
      const { field, ranges } = redaction;
      held.report = { ...held.report, [field]: without(held.report[field], ranges) };
    }
  }
};
