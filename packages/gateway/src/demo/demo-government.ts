import type { Institution, PrivacyNotice, WorkWeek } from '@lapor/schemas';
import type { StoredSiteSettings } from '../sites/site-record.ts';
import type { DemoReport } from './demo-report.ts';

/** A site of the demo data, as its row in the database. */
export interface DemoSite {
  readonly id: string;
  readonly institutionId: string;
  readonly regionCode: string;
  readonly origins: readonly string[];
  readonly settings: StoredSiteSettings & { readonly workWeek: WorkWeek; readonly privacyNotice: PrivacyNotice };
}

/** One of the five governments of the demo data, by the name that its keys end with. */
export interface DemoGovernment {
  readonly name: string;
  /** The government itself first, then its offices and enterprises. */
  readonly institutions: readonly Institution[];
  /** Governments beside it to which its reports are passed on. They belong to nobody's tree. */
  readonly neighbours: readonly Institution[];
  /** What the admins are called; the first one has the key `sk_demo_<name>`. */
  readonly admins: readonly [string, ...string[]];
  /** The office whose liaison officer has the key `sk_demo_<name>_liaison`. */
  readonly liaisonOffice: string;
  readonly site: DemoSite;
  readonly reports: readonly DemoReport[];
}
