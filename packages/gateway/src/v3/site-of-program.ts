import type { DeskIdentity } from '../desk/desk-context.ts';
import { siteForDesk } from '../engine/site-for-desk.ts';
import { siteForPrograms } from '../engine/site-for-programs.ts';
import type { Identity } from '../http/request-context.ts';
import type { V3Call } from './v3-call.ts';

/**
 * The program as the one who files: under the rules of its institution's site, but what V3 has no member for is not insisted
 * on, and no program is asked for a proof of work. Its uploads and its limits are those of its key.
 */
export const filerOf = async (
  { engine }: V3Call,
  { institutionId, keyId }: DeskIdentity,
): Promise<Extract<Identity, { kind: 'site' }>> => {
  return { kind: 'site', keyId, site: siteForPrograms(await siteForDesk(engine, institutionId), 'secret') };
};
