import type { DeskRole } from '@lapor/schemas';
import { demoKeyPrefix } from './close-demo-keys.ts';
import type { DemoGovernment } from './demo-government.ts';
import { demoGovernments } from './governments/all.ts';
import { nationalAdmin } from './governments/national.ts';

/** A key of the demo data. Its text is public knowledge, so that it may exist only in a gateway of demo data. */
export type DemoKey =
  | {
      readonly id: string;
      readonly kind: 'publishable';
      readonly key: string;
      readonly name: string;
      readonly siteId: string;
    }
  | {
      readonly id: string;
      readonly kind: 'secret';
      readonly key: string;
      readonly name: string;
      readonly institutionId: string;
      readonly role: DeskRole;
    };

const secret = (suffix: string, name: string, institutionId: string, role: DeskRole): DemoKey => ({
  id: `${demoKeyPrefix}sk.${suffix}`,
  kind: 'secret',
  key: `sk_demo_${suffix}`,
  name,
  institutionId,
  role,
});

/** Each office has one liaison officer (*pejabat penghubung*, operator); one of them has a key that is easy to remember. */
const liaisons = ({ name, institutions, liaisonOffice }: DemoGovernment): DemoKey[] =>
  institutions
    .filter(({ parentId }) => parentId !== undefined)
    .map((office) =>
      secret(
        office.id === liaisonOffice ? `${name}_liaison` : office.id,
        `Pejabat Penghubung, ${office.shortName ?? office.name}`,
        office.id,
        'liaisonOfficer',
      ),
    );

const keysOf = (government: DemoGovernment): DemoKey[] => {
  const { name, admins, site } = government;
  return [
    {
      id: `${demoKeyPrefix}pk.${name}`,
      kind: 'publishable',
      key: `pk_demo_${name}`,
      name: site.settings.name,
      siteId: site.id,
    },
    ...admins.map((admin, index) =>
      secret(index === 0 ? name : `${name}_${index + 1}`, admin, site.institutionId, 'institutionAdmin'),
    ),
    ...liaisons(government),
  ];
};

/**
 * All keys of the demo data: `pk_demo_<name>` for each site, `sk_demo_<name>` for each government's admin (further
 * admins with `_2`, `_3` …), `sk_demo_<name>_liaison` for one liaison officer, `sk_demo_<institution id>` for those of
 * the other offices, and `sk_demo_national`.
 */
export const demoKeys: readonly DemoKey[] = [
  ...demoGovernments.flatMap(keysOf),
  secret('national', 'Admin Nasional', nationalAdmin.id, 'nationalAdmin'),
];
