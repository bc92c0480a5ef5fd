import type { NewReportInput } from '@lapor/schemas';
import { reportForm } from '@lapor/schemas/form';
import type { FormValues } from './form-values.ts';
import { valuesOfAnswers } from './values-of-answers.ts';

const valueAt = (whole: unknown, pointer: string): unknown =>
  pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], whole);

/** A report that comes back from the device, as the form holds it. The consent to the privacy notice is asked for again. */
export const valuesOfReport = (report: NewReportInput): FormValues => {
  const values: Record<string, string> = { ...(valuesOfAnswers(report.answers) as Record<string, string>) };
  for (const { name, pointer } of reportForm) {
    const value = valueAt(report, pointer);
    if (typeof value === 'string') values[name] = value;
    if (value === true) values[name] = 'yes';
  }
  const { position } = report.incident?.place ?? {};
  // Its members come in the order in which the form wrote them.
  if (position) values['position'] = Object.values(position).join(',');
  return values;
};
