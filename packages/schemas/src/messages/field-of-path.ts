import type { FieldName } from './id/fields.ts';

/** Member of the contract → field with a label of its own. The last name of a path decides, except where it is ambiguous. */
const byMember = new Map<PropertyKey, FieldName>([
  ['classification', 'classification'],
  ['title', 'title'],
  ['content', 'content'],
  ['date', 'incidentDate'],
  ['regionCode', 'region'],
  ['landmark', 'landmark'],
  ['position', 'position'],
  ['latitude', 'position'],
  ['longitude', 'position'],
  ['categoryId', 'category'],
  ['targetInstitutionId', 'targetInstitution'],
  ['attachments', 'attachments'],
  ['email', 'email'],
  ['phone', 'phone'],
  ['notifyBy', 'notifyBy'],
  ['anonymous', 'anonymous'],
  ['confidential', 'confidential'],
  ['privacyNotice', 'privacyNotice'],
  ['message', 'message'],
  ['comment', 'message'],
  ['reason', 'reason'],
  ['rating', 'rating'],
  ['trackingId', 'trackingId'],
]);

/** The field that a path in a request leads to, if a form has one for it. Places in a list belong to the list's field. */
export const fieldOfPath = (path: readonly PropertyKey[]): FieldName | undefined => {
  const names = path.filter((segment) => typeof segment === 'string');
  const [parent, last] = [undefined, ...names].slice(-2);
  if (parent === 'answers') return 'answer';
  if (last === 'name') return parent === 'reporter' ? 'name' : undefined;
  return last === undefined ? undefined : byMember.get(last);
};
