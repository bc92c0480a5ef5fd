import type { Question, TimeZone } from '@lapor/schemas';
import { calendarDateIn } from '@lapor/schemas/clock';
import type { Messages } from '@lapor/schemas/messages';

/** Longer answers get a field of several lines. */
const oneLine = 100;

const datatypeOf = ({ type, maxLength = 500 }: Question): string => {
  switch (type) {
    case 'number':
      return 'number';
    case 'date':
      return 'datetime';
    case 'boolean':
    case 'choice':
      return 'singlevaluelist';
    case 'choices':
      return 'multivaluelist';
    default:
      return maxLength > oneLine ? 'text' : 'string';
  }
};

const formOf = ({ type, hint }: Question, { datatypes }: Messages['open311']): string => {
  if (hint) return hint;
  if (type === 'boolean') return datatypes.choice;
  return Object.hasOwn(datatypes, type) ? datatypes[type as keyof typeof datatypes] : datatypes.text;
};

const valuesOf = ({ type, options = [] }: Question, { yes, no }: Messages['open311']) => {
  if (type === 'boolean')
    return [
      { key: 'true', name: yes.label },
      { key: 'false', name: no.label },
    ];
  return type === 'choice' || type === 'choices'
    ? options.map(({ value, label }) => ({ key: value, name: label }))
    : undefined;
};

/** A category's question as an attribute of a service definition. */
export const attributeOf = (question: Question, order: number, say: Messages['open311']) => {
  const values = valuesOf(question, say);
  return {
    variable: true,
    code: question.id,
    datatype: datatypeOf(question),
    required: question.required,
    datatype_description: formOf(question, say),
    order,
    description: question.label,
    ...(values && { values }),
  };
};

const yesWords: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  ya: true,
  '1': true,
  false: false,
  no: false,
  tidak: false,
  '0': false,
};

/** A day from a date, or from a date with its time: then the day in the region's own zone. */
const dayIn = (text: string, timeZone: TimeZone): string => {
  if (!/^\d{4}-\d\d-\d\dT/.test(text)) return text;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? text : calendarDateIn(new Date(moment).toISOString(), timeZone);
};

/**
 * What was sent for an attribute, as an answer to its question. What makes no sense comes back as it is, so that the
 * question's own schema refuses it by name.
 */
export const answerTo = ({ type }: Question, sent: readonly string[], timeZone: TimeZone): unknown => {
  const values = sent.map((value) => value.trim()).filter((value) => value !== '');
  const [first] = values;
  if (first === undefined) return undefined;
  switch (type) {
    case 'number': {
      const number = Number(first.replace(',', '.'));
      return Number.isFinite(number) ? number : first;
    }
    case 'boolean':
      return yesWords[first.toLowerCase()] ?? first;
    case 'date':
      return dayIn(first, timeZone);
    case 'choices':
      return [...new Set(values)];
    default:
      return first;
  }
};
