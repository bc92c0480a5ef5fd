import { listTemplates } from '../desk/reply-templates.ts';
import { eventTemplates } from './followup-templates.ts';
import { locationsBelow } from './locations.ts';
import { idOf, type NumberedKind, numbersOf } from './numbers.ts';
import { classificationNumbers } from './read-complaint.ts';
import { answerResults } from './v3-answer.ts';
import { contextOf, type V3Call } from './v3-call.ts';
import { cutPage, readPageAsked } from './v3-page.ts';
import { readNumber } from './v3-values.ts';

/** Something with an id here, as the master data tell it. */
interface Entry {
  readonly id: string;
  readonly parentId?: string | undefined;
  readonly name: string;
  readonly code?: string;
  readonly content?: string;
}

/** Numbers a list, whole, so that its order stays however it is cut, and answers the page of it that was asked for. */
const answerList = async (call: V3Call, kind: NumberedKind, entries: readonly Entry[]): Promise<Response> => {
  const ids = entries.flatMap(({ id, parentId }) => (parentId === undefined ? [id] : [id, parentId]));
  const numbers = await numbersOf(call.engine.database, kind, ids);
  const numbered = entries.map(({ id, parentId, ...others }) => ({
    id: numbers.get(id) ?? 0,
    ...others,
    ...(parentId !== undefined && { parent_id: numbers.get(parentId) }),
  }));
  numbered.sort((one, other) => one.id - other.id);
  return answerResults(call.arrival, cutPage(call, readPageAsked(call, 100), numbered));
};

/** `GET /masters/institutions/external`: every institution to which a complaint can go. */
export const listInstitutions = (call: V3Call): Promise<Response> =>
  answerList(
    call,
    'institution',
    [...call.directory.institutions.values()].map(({ id, name, parentId }) => ({ id, name, parentId })),
  );

/** `GET /masters/categories`. */
export const listCategories = (call: V3Call): Promise<Response> =>
  answerList(
    call,
    'category',
    [...call.directory.categories.values()].map(({ id, name, parentId }) => ({ id, name, parentId })),
  );

/** `GET /masters/locations`: the country, provinces and regencies; with `parent_id` what lies directly below a place. */
export const listLocations = async (call: V3Call): Promise<Response> => {
  const number = readNumber(new URL(call.arrival.request.url).searchParams.get('parent_id'));
  if (number === undefined) return answerList(call, 'location', await locationsBelow(undefined));
  const parent = await idOf(call.engine.database, 'location', number);
  return answerList(call, 'location', parent === undefined ? [] : await locationsBelow(parent));
};

/** `GET /masters/templates`: the words of events, and the institution's own prepared answers. */
export const listTemplatesOf = async (call: V3Call): Promise<Response> => {
  const own = await listTemplates(call.engine, contextOf(call, call.program));
  return answerList(call, 'template', [
    ...Object.values(eventTemplates).map(({ code, content }) => ({ id: code, code, name: code, content })),
    ...own.map(({ id, name, text }) => ({ id, code: id, name, content: text })),
  ]);
};

const classificationNames: Readonly<Record<string, string>> = {
  complaint: 'Pengaduan',
  informationRequest: 'Permintaan Informasi',
  aspiration: 'Aspirasi',
};

/** `GET /masters/classifications`. */
export const listClassifications = async (call: V3Call): Promise<Response> => {
  const all = Object.entries(classificationNumbers).map(([id, name]) => ({
    id: Number(id),
    name: classificationNames[name] ?? name,
  }));
  return answerResults(call.arrival, cutPage(call, readPageAsked(call, 100), all));
};
