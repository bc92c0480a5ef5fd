import type { AttachmentLimits } from '@lapor/schemas';
import type { Engine } from '../engine/engine.ts';
import type { Identity } from '../http/request-context.ts';
import { siteForDesk } from '../engine/site-for-desk.ts';
import { limitsOf, type SiteRecord } from '../sites/site-record.ts';

/** A site that offers no attachments takes none. */
const limitsAt = (site: SiteRecord | undefined): AttachmentLimits => {
  const { attachments } = site?.limits ?? limitsOf({ name: '' });
  return site?.features.attachments === false ? { ...attachments, maxCount: 0 } : attachments;
};

const siteOfReport = async (engine: Engine, reportId: string): Promise<SiteRecord | undefined> => {
  const [row] = await engine.database.query<{ site_id: string | null }>('select site_id from report where id = $1', [
    reportId,
  ]);
  return (await engine.sites.get()).get(row?.site_id ?? '');
};

/** What a caller may attach: by the rules of its site, of its report's site, or of its institution. */
export const attachmentLimitsFor = async (engine: Engine, identity: Identity): Promise<AttachmentLimits> => {
  switch (identity.kind) {
    case 'site':
      return limitsAt(identity.site);
    case 'reporter':
      return limitsAt(await siteOfReport(engine, identity.reportId));
    case 'desk':
      return limitsAt(await siteForDesk(engine, identity.institutionId));
    case 'anyone':
      return limitsAt(undefined);
  }
};
