import type { ReportLimits } from '../report-limits.ts';
import type { Site } from '../site.ts';
import type { FormField } from './form-field.ts';
import { reportForm } from './report-form.ts';

/** What of a site decides which fields its form has. */
export interface FormSite {
  readonly features: Site['features'];
  readonly limits: Pick<ReportLimits, 'required'>;
  readonly newsChannels?: Site['newsChannels'];
}

/** The fields that a site's form shows, in their order. */
export const fieldsOfSite = ({ features, newsChannels }: Pick<FormSite, 'features' | 'newsChannels'>): FormField[] =>
  reportForm.filter(({ control, feature }) =>
    control === 'news' ? newsChannels?.length : feature === undefined || features[feature],
  );

/** Whether a site's form cannot be sent without this field. Of e-mail address and telephone number one will do. */
export const isRequiredAt = ({ required }: FormField, { limits }: Pick<FormSite, 'limits'>): boolean =>
  required === true || (required !== undefined && limits.required.includes(required));
