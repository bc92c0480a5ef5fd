import { type Category, normalisePhoneNumber } from '@lapor/schemas';
import { present } from '../forms/present.ts';
import { titleOf } from '../reports/title-of.ts';
import type { SiteRecord } from '../sites/site-record.ts';
import { given, type Open311Call } from './open311-call.ts';
import { Open311Fault } from './open311-fault.ts';
import { answerTo } from './question-attribute.ts';

/** Code points of a landmark. */
const longestLandmark = 255;

/** What was sent for an attribute: `attribute[code]`, or `attribute[code][]` where there are several. */
export const attributeIn = (values: URLSearchParams, code: string): string[] => [
  ...values.getAll(`attribute[${code}]`),
  ...values.getAll(`attribute[${code}][]`),
];

const firstAttribute = (values: URLSearchParams, code: string): string | undefined =>
  attributeIn(values, code)[0]?.trim() || undefined;

/** Latitude and longitude, together or not at all. @throws Open311Fault when only one is there, or one is no number. */
const positionIn = (values: URLSearchParams) => {
  const [lat, long] = [given(values, 'lat'), given(values, 'long') ?? given(values, 'lon')];
  if (lat === undefined && long === undefined) return undefined;
  const isNumber = (text: string | undefined): boolean => /^[+-]?\d{1,3}(?:\.\d{1,20})?$/.test(text ?? '');
  if (!isNumber(lat) || !isNumber(long)) throw new Open311Fault(400, 'positionIncomplete');
  return { latitude: Number(lat), longitude: Number(long) };
};

const nameIn = (values: URLSearchParams): string | undefined =>
  [given(values, 'first_name'), given(values, 'last_name')].filter(Boolean).join(' ') || undefined;

const phoneIn = (values: URLSearchParams): string | undefined => {
  const typed = given(values, 'phone');
  return typed && normalisePhoneNumber(typed);
};

const truths: ReadonlySet<string> = new Set(['true', '1', 'yes']);

/** A switch that the protocol has no parameter for: sent as one of its own, or as an attribute. */
export const isSwitched = (values: URLSearchParams, name: string): boolean =>
  truths.has((given(values, name) ?? firstAttribute(values, name) ?? '').toLowerCase());

const answersIn = (values: URLSearchParams, category: Category | undefined, site: SiteRecord) =>
  category &&
  present(
    Object.fromEntries(
      category.questions.map((question) => [
        question.id,
        answerTo(question, attributeIn(values, question.id), site.timeZone),
      ]),
    ),
  );

/**
 * A posted service request as a new report, not judged yet. The protocol has no title: it comes from the attribute that
 * FixMyStreet and others send, or is made from the description. An address too long for the landmark stands in the content.
 */
export const reportOfFields = (
  { say, language }: Open311Call,
  values: URLSearchParams,
  { site, category, attachments }: { site: SiteRecord; category: Category | undefined; attachments: readonly string[] },
): Record<string, unknown> => {
  const service = category?.name ?? say.general.title;
  const address = given(values, 'address_string') ?? given(values, 'address_id');
  const isLong = address !== undefined && [...address].length > longestLandmark;
  const description = given(values, 'description') ?? service;
  const content = isLong ? `${description}\n\n${address}` : description;
  return {
    classification: firstAttribute(values, 'classification') ?? 'complaint',
    title: [...(firstAttribute(values, 'title') ?? titleOf(description, service))]
      .slice(0, site.limits.titleMax)
      .join(''),
    content,
    ...present({
      incident: present({
        date: firstAttribute(values, 'date')?.slice(0, 10),
        place: present({
          regionCode: firstAttribute(values, 'region_code'),
          landmark: isLong ? [...address].slice(0, longestLandmark).join('') : address,
          position: positionIn(values),
        }),
      }),
      categoryId: category?.id,
      answers: answersIn(values, category, site),
      targetInstitutionId: category?.institutionId,
      attachments: attachments.length > 0 ? attachments : undefined,
      reporter: present({ name: nameIn(values), email: given(values, 'email'), phone: phoneIn(values) }),
    }),
    anonymous: isSwitched(values, 'public_anonymity_required') || isSwitched(values, 'anonymous'),
    confidential: isSwitched(values, 'confidential'),
    language,
  };
};
