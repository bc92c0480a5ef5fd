import { deskIdentity } from '../desk/desk-context.ts';
import type { Errand } from '../directory/errand.ts';
import type { RequestContext } from '../http/request-context.ts';

/** A call of an institution's as an errand: by whose authority, in which language, and when. @throws Refusal for other callers. */
export const errandOf = ({ identity, language, now }: RequestContext): Errand => ({
  authority: deskIdentity(identity),
  language,
  now,
});
