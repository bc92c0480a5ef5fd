import { type Category, normalisePhoneNumber, type Question } from '@lapor/schemas';
import type { FormStamp } from './form-stamp.ts';
import type { Visit } from './visit.ts';
import { present } from './present.ts';

/** What stands in a field, without the spaces around it; `undefined` when nothing does. */
export const typedIn = (values: URLSearchParams, name: string): string | undefined =>
  values.get(name)?.trim() || undefined;

/** Name of the field for an answer to a category's question. */
export const answerName = ({ id }: Pick<Question, 'id'>): string => `answer.${id}`;

const numberIn = (text: string): number | string => {
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : text;
};

const answerIn = (values: URLSearchParams, question: Question): unknown => {
  const name = answerName(question);
  const text = typedIn(values, name);
  switch (question.type) {
    case 'choices':
      return values.has(name) ? values.getAll(name) : undefined;
    case 'boolean':
      return text === undefined ? undefined : text === 'yes';
    case 'number':
      return text === undefined ? undefined : numberIn(text);
    default:
      return text;
  }
};

/** A telephone number as people write it, in the form of the contract where it is one. */
const phoneIn = (values: URLSearchParams): string | undefined => {
  const typed = typedIn(values, 'phone');
  return typed && (normalisePhoneNumber(typed) ?? typed);
};

/** The place as exactly as it was chosen; only the region itself when that was changed afterwards. */
const regionIn = (values: URLSearchParams): string | undefined => {
  const [region, exact] = [typedIn(values, 'region'), typedIn(values, 'exactRegion')];
  return exact !== undefined && region !== undefined && exact.startsWith(`${region}.`) ? exact : region;
};

/** The category that was chosen, when there is one of that name. */
export const chosenCategory = ({ directory }: Visit, values: URLSearchParams): Category | undefined =>
  directory.categories.get(typedIn(values, 'category') ?? '');

/**
 * What a form says as a new report, not judged yet. It is the same for the same values, so that a form that is sent twice
 * is known as the same attempt.
 */
export const reportOfValues = (
  visit: Visit,
  values: URLSearchParams,
  attachments: readonly string[],
  stamp: FormStamp | undefined,
): unknown => {
  const { site, language } = visit;
  const category = chosenCategory(visit, values);
  return present({
    classification: typedIn(values, 'classification'),
    title: typedIn(values, 'title'),
    content: typedIn(values, 'content'),
    incident: present({
      date: typedIn(values, 'incidentDate'),
      place: present({
        regionCode: regionIn(values),
        landmark: typedIn(values, 'landmark'),
      }),
    }),
    categoryId: typedIn(values, 'category'),
    answers:
      category &&
      present(Object.fromEntries(category.questions.map((question) => [question.id, answerIn(values, question)]))),
    targetInstitutionId: typedIn(values, 'targetInstitution'),
    attachments: attachments.length > 0 ? attachments : undefined,
    reporter: present({
      name: typedIn(values, 'name'),
      email: typedIn(values, 'email'),
      phone: phoneIn(values),
      notifyBy: typedIn(values, 'notifyBy'),
    }),
    anonymous: values.has('anonymous'),
    confidential: values.has('confidential'),
    privacyNotice: site && present({ version: site.published.privacyNotice.version, at: stamp?.madeAt }),
    language,
  });
};
