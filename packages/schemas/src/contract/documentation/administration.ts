import type { AccessKey } from '../../access-key.ts';
import type { DocumentationOf } from './endpoint-documentation.ts';
import { newSite, siteSettings } from './samples/site.ts';

const publishableKey: AccessKey = {
  id: 'key_5r8v2c',
  kind: 'publishable',
  name: 'Situs resmi',
  prefix: 'pk_9fQ2',
  siteId: 'padang-kota',
  createdAt: '2026-03-02T03:05:00Z',
  lastUsedAt: '2026-11-20T00:58:11Z',
};

const secretKey: AccessKey = {
  id: 'key_8d4n1y',
  kind: 'secret',
  name: 'Sistem penerangan jalan',
  prefix: 'sk_Lw7x',
  institutionId: 'dishub-padang',
  role: 'liaisonOfficer',
  createdAt: '2026-04-06T01:30:00Z',
};

/** The endpoints of sites and keys, in words. */
export const administrationDocumentation: DocumentationOf<'administration'> = {
  listSites: {
    summary: 'List sites',
    description: 'Sites of this institution and those below it.',
    answerExamples: { 200: { items: [siteSettings] } },
  },
  createSite: {
    summary: 'Register a site',
    description:
      'A site is a website on which a form stands: who it belongs to, its region, and the origins on which its publishable keys work. What is left out has the defaults of the gateway.',
    requestExamples: { city: { summary: 'The website of a city', value: newSite } },
    answerExamples: { 201: siteSettings },
  },
  getSiteSettings: {
    summary: 'Read one site',
    description: 'A site with its origins.',
    answerExamples: { 200: siteSettings },
  },
  changeSite: {
    summary: 'Change a site',
    description:
      'Only what is given changes; a list is replaced as a whole. A new privacy notice needs a new `version`: reports record which one their reporter saw.',
    requestExamples: {
      origins: { summary: 'One origin more', value: { origins: [...newSite.origins, 'https://ppid.padang.example'] } },
    },
    answerExamples: { 200: { ...siteSettings, origins: [...siteSettings.origins, 'https://ppid.padang.example'] } },
  },
  listKeys: {
    summary: 'List keys',
    description:
      'Keys of this institution, those below it, and their sites, revoked ones included. Of each key only its first characters: the gateway itself knows no more.',
    answerExamples: { 200: { items: [publishableKey, secretKey] } },
  },
  createKey: {
    summary: 'Make a key',
    description:
      'A publishable key for a site, or a secret one for an institution and everything below it, with a role. `key` is shown this once.',
    requestExamples: {
      publishable: {
        summary: 'For a site',
        value: { kind: 'publishable', siteId: 'padang-kota', name: 'Situs resmi' },
      },
      secret: {
        summary: 'For an institution',
        value: {
          kind: 'secret',
          institutionId: 'dishub-padang',
          role: 'liaisonOfficer',
          name: 'Sistem penerangan jalan',
        },
      },
    },
    answerExamples: { 201: { ...secretKey, key: 'sk_Lw7xExampleExampleExample' } },
  },
  revokeKey: {
    summary: 'Revoke a key',
    description:
      'At once and for good. To change a key without a gap: make the new one, use it everywhere, then revoke the old one.',
  },
};
