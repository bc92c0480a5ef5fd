import { type NewReportInput, normalisePhoneNumber, type Position } from '@lapor/schemas';
import type { FormSite } from './form-site.ts';
import type { FormValues } from './form-values.ts';

/** The members that have a value; nothing when none has. */
const present = <Members extends object>(members: Members): Members | undefined => {
  const given = Object.entries(members).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? undefined : (Object.fromEntries(given) as Members);
};

/** A point as the form holds it, in the contract's members. */
const readPosition = (written: string): Position => {
  const [latitude = NaN, longitude = NaN, accuracyMetres] = written.split(',').map(Number);
  return { latitude, longitude, ...(accuracyMetres !== undefined && { accuracyMetres }) };
};

/** When and in which language a report is made, and on which site. */
export interface Occasion {
  readonly site: FormSite;
  readonly language: 'id' | 'en';
  /** When the privacy notice was shown, as an instant of the contract. */
  readonly noticeShownAt: string | undefined;
}

/** What was typed and chosen as a report of the contract, to be judged by its schema: nothing is mended here. */
export const reportOfValues = (values: FormValues, { site, language, noticeShownAt }: Occasion): NewReportInput => {
  const phone = values.phone?.trim();
  const { privacyNotice } = site;
  return present({
    classification: values.classification,
    title: values.title,
    content: values.content,
    incident: present({
      date: values.incidentDate,
      place: present({
        regionCode: values.region,
        landmark: values.landmark?.trim(),
        position: values.position && readPosition(values.position),
      }),
    }),
    categoryId: values.category,
    targetInstitutionId: values.targetInstitution,
    reporter: present({
      name: values.name?.trim(),
      email: values.email?.trim(),
      phone: phone && normalisePhoneNumber(phone),
      notifyBy: values.notifyBy as NonNullable<NewReportInput['reporter']>['notifyBy'],
    }),
    anonymous: values.anonymous !== undefined,
    confidential: values.confidential !== undefined,
    privacyNotice: privacyNotice && noticeShownAt ? { version: privacyNotice.version, at: noticeShownAt } : undefined,
    language,
  }) as NewReportInput;
};
