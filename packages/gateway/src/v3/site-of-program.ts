import type { DeskIdentity } from '../desk/desk-context.ts';
import { siteForDesk } from '../engine/site-for-desk.ts';
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
  const site = await siteForDesk(engine, institutionId);
  return {
    kind: 'site',
    keyId,
    site: {
      ...site,
      limits: { ...site.limits, titleMin: 1, contentMin: 1, required: [] },
      features: { ...site.features, challenge: false },
    },
  };
};
