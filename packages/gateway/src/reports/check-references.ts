import { answersTo, type FieldError, type Language, type NewReport } from '@lapor/schemas';
import { calendarDateIn } from '@lapor/schemas/clock';
import { explainIssues, type FieldErrorCode, messagesFor } from '@lapor/schemas/messages';
import { findRegion } from '@lapor/schemas/regions';
import * as z from 'zod/mini';
import type { Engine } from '../engine/engine.ts';
import type { SiteRecord } from '../sites/site-record.ts';

interface Occasion {
  readonly site: SiteRecord;
  readonly language: Language;
  readonly now: string;
}

/** Districts and villages are known by the regency that they lie in; their own lists are for choosing, not for refusing. */
const isKnownRegion = (code: string): boolean => findRegion(code.slice(0, 5)) !== undefined;

/**
 * What only the gateway can find wrong with a report: a region or category that does not exist, answers that do not fit
 * the category's questions, a day that has not come yet.
 *
 * A target institution that does not exist is not among them: the coordinator takes the report, and nobody is refused.
 */
export const checkReferences = async (
  engine: Engine,
  report: NewReport,
  { site, language, now }: Occasion,
): Promise<FieldError[]> => {
  const sentences = messagesFor(language);
  const fault = (
    pointer: string,
    code: Extract<FieldErrorCode, 'unknownReference' | 'inFuture'>,
    field: string,
  ): FieldError => ({
    pointer,
    in: 'body',
    code,
    message: sentences.fieldErrors[code]({ field }),
  });
  const errors: FieldError[] = [];
  const regionCode = report.incident?.place?.regionCode;
  if (regionCode !== undefined && !isKnownRegion(regionCode))
    errors.push(fault('/incident/place/regionCode', 'unknownReference', sentences.fields.region.label));
  if (report.incident?.date !== undefined && report.incident.date > calendarDateIn(now, site.timeZone)) {
    errors.push(fault('/incident/date', 'inFuture', sentences.fields.incidentDate.label));
  }
  const category =
    report.categoryId === undefined ? undefined : (await engine.directory.get()).categories.get(report.categoryId);
  if (report.categoryId !== undefined && category === undefined)
    errors.push(fault('/categoryId', 'unknownReference', sentences.fields.category.label));
  if (category) errors.push(...checkAnswers(category.questions, report.answers ?? {}, sentences));
  return errors;
};

const checkAnswers = (
  questions: Parameters<typeof answersTo>[0],
  answers: Record<string, unknown>,
  sentences: ReturnType<typeof messagesFor>,
): FieldError[] => {
  const result = z.safeParse(answersTo(questions), answers);
  if (result.success) return [];
  return explainIssues(result.error, { input: answers, sentences }).map((error) => ({
    ...error,
    pointer: `/answers${error.pointer}`,
  }));
};
