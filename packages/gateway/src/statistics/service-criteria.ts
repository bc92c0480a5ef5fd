import type { Language, ServiceCriterion, Statistics } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';

type Figures = Omit<Statistics, 'criteria'>;

const share = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round(Math.min(1, Math.max(0, part / whole)) * 100) / 100 : null;

/** Deadlines that an institution owes. Those of the reporter and of the law say nothing about its own promises. */
const owed: ReadonlySet<string> = new Set(['verification', 'followUp', 'completion']);

const timelinessOf = ({ timeliness }: Figures): number | null => {
  const told = timeliness.filter(({ kind, met, missed }) => owed.has(kind) && met !== null && missed !== null);
  const met = told.reduce((sum, row) => sum + (row.met ?? 0), 0);
  return share(
    met,
    told.reduce((sum, row) => sum + (row.missed ?? 0), met),
  );
};

/** Worked out from the statuses in which nobody handles a report yet: they are few, and seldom hidden. */
const facilitationOf = ({ total, byStatus }: Figures): number | null => {
  if (byStatus.length === 0) return null;
  const countOf = (status: string): number | null => {
    const row = byStatus.find(({ key }) => key === status);
    return row === undefined ? 0 : row.count;
  };
  const [unverified, verified, archived] = [countOf('unverified'), countOf('verified'), countOf('archived')];
  if (unverified === null || verified === null || archived === null) return null;
  const whole = total - archived;
  return share(whole - unverified - verified, whole);
};

const improvementOf = ({ rating, completed }: Figures): number | null =>
  rating.count === null || completed === null ? null : share(rating.count, completed);

/**
 * The four criteria by which regional governments judge how they handle reports (Kabupaten Sumenep, 2023). They are
 * worked out from figures as they are published: what those hide cannot be found by way of these.
 */
export const serviceCriteriaOf = (figures: Figures, language: Language): ServiceCriterion[] => {
  const { criteria } = messagesFor(language);
  return [
    { key: 'timeliness', ...criteria.timeliness, value: timelinessOf(figures), unit: 'share' },
    { key: 'facilitation', ...criteria.facilitation, value: facilitationOf(figures), unit: 'share' },
    { key: 'improvement', ...criteria.improvement, value: improvementOf(figures), unit: 'share' },
    { key: 'credibility', ...criteria.credibility, value: figures.rating.mean, unit: 'rating' },
  ];
};
