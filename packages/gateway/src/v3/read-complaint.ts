import { answersTo, type FieldError, normalisePhoneNumber } from '@lapor/schemas';
import type { FieldErrorCode } from '@lapor/schemas/messages';
import * as z from 'zod/mini';
import type { Directory } from '../directory/directory.ts';
import { present } from '../forms/present.ts';
import { fieldFault, refuseFaults } from '../refusal/field-fault.ts';
import { nationalLocation } from './locations.ts';
import { idOf, idsOf, type NumberedKind } from './numbers.ts';
import type { V3Call } from './v3-call.ts';
import { readDay, readFileNumbers, readNumber, readSwitch } from './v3-values.ts';

/**
 * Kinds of reports by number. 1, 2 and 3 are those of the public form; 6 was seen in a program that files complaints. The
 * table of V3 itself is not known.
 */
export const classificationNumbers: Readonly<Record<number, string>> = {
  1: 'complaint',
  2: 'informationRequest',
  3: 'aspiration',
  6: 'complaint',
};

/** V3 cannot answer a category's own questions. Where some have to be answered, the nearest category above without any stands for it. */
const answerableCategory = (id: string | undefined, { categories }: Directory): string | undefined => {
  const category = id === undefined ? undefined : categories.get(id);
  if (category === undefined) return undefined;
  return z.safeParse(answersTo(category.questions), {}).success
    ? category.id
    : answerableCategory(category.parentId, { categories } as Directory);
};

/** Empty texts are what programs send where they have nothing. */
const given = (value: unknown): unknown =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '') ? undefined : value;

/** Programs send numbers as people type them. */
const phoneOf = (value: unknown): unknown => (typeof value === 'string' ? normalisePhoneNumber(value) : value);

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * The day of the incident. Tomorrow is today: what has happened where a day begins earlier, or where a clock is ahead, must not
 * be refused for it. What lies further ahead stays, for the checks to refuse.
 */
const dayOf = (value: unknown, today: string): unknown => {
  const day = readDay(value);
  return day === dayAfter(today) ? today : day;
};

/**
 * Turns a complaint of V3 into a report of the contract, for its schema to judge. Members that this gateway has no use for are
 * read by nobody and kept nowhere: an identity number that a program sends along goes no further than this.
 *
 * @param today the day at the institution for which it is filed, `YYYY-MM-DD`.
 * @throws Refusal `validationFailed` for what is no number, switch or list, and for numbers that nobody gave.
 */
export const readComplaint = async (
  call: V3Call,
  sent: Readonly<Record<string, unknown>>,
  today: string,
): Promise<object> => {
  const { engine, directory, language } = call;
  const errors: FieldError[] = [];
  const fault = (pointer: string, code: Extract<FieldErrorCode, 'unknownReference' | 'required'>): undefined => {
    errors.push(fieldFault(language, { pointer, code, facts: {} }));
  };
  const wrongType = (pointer: string, expected: 'boolean' | 'list'): undefined => {
    errors.push(fieldFault(language, { pointer, code: 'wrongType', facts: { expected } }));
  };
  const idAt = async (member: string, kind: NumberedKind): Promise<string | undefined> => {
    const number = readNumber(sent[member]);
    if (number === undefined) return undefined;
    return (await idOf(engine.database, kind, number)) ?? fault(`/${member}`, 'unknownReference');
  };
  const switchAt = (member: string): boolean => readSwitch(sent[member]) ?? wrongType(`/${member}`, 'boolean') ?? false;

  const kind = readNumber(sent['classification_id']);
  const classification = classificationNumbers[kind ?? 0];
  if (classification === undefined) fault('/classification_id', kind === undefined ? 'required' : 'unknownReference');
  const targetInstitutionId = await idAt('disposition_id', 'institution');
  const categoryId = answerableCategory(await idAt('category_id', 'category'), directory);
  const location = await idAt('location_id', 'location');
  const numbers = readFileNumbers(sent['attachments']) ?? wrongType('/attachments', 'list') ?? [];
  const files = await idsOf(engine.database, 'attachment', numbers);
  if (numbers.some((number) => !files.has(number))) fault('/attachments', 'unknownReference');
  const [anonymous, confidential] = [switchAt('is_anonymous'), switchAt('is_secret')];
  refuseFaults(errors);

  const regionCode = location === nationalLocation ? undefined : location;
  const incident = present({
    date: dayOf(sent['date_of_incident'], today),
    place: regionCode === undefined ? undefined : { regionCode },
  });
  const reporter = present({
    name: given(sent['nameUser']),
    email: given(sent['emailUser']),
    phone: phoneOf(given(sent['phoneUser'])),
  });
  const attachments = numbers.map((number) => files.get(number) as string);
  return {
    classification,
    title: given(sent['title']),
    content: given(sent['content']),
    anonymous,
    confidential,
    ...(targetInstitutionId !== undefined && { targetInstitutionId }),
    ...(categoryId !== undefined && { categoryId }),
    ...(incident && { incident }),
    ...(reporter && { reporter }),
    ...(attachments.length > 0 && { attachments }),
  };
};
