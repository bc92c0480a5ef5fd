import { type DataPackage, type Language, type OpenReport, OpenReport as Row } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';
import type * as z from 'zod/mini';
import type { SiteRecord } from '../sites/site-record.ts';
import { columns } from './csv-of.ts';

/** Types of Frictionless Table Schema 1; whatever is not here is a text. */
const types: Partial<Record<keyof OpenReport, string>> = {
  latitude: 'number',
  longitude: 'number',
  incidentDate: 'date',
  receivedAt: 'datetime',
  updatedAt: 'datetime',
  supportCount: 'integer',
  rating: 'integer',
};

const isNullable = (name: keyof OpenReport): boolean => (Row.shape[name] as z.ZodMiniType).safeParse(null).success;

/** What a data dictionary is made from. */
export interface DataPackageFacts {
  readonly site: SiteRecord;
  readonly institution: string;
  readonly language: Language;
  readonly now: string;
  /** Where the CSV is. */
  readonly csvUrl: string;
}

/** The data dictionary of a site's open data, made from the columns of the contract. */
export const dataPackageOf = ({ site, institution, language, now, csvUrl }: DataPackageFacts): DataPackage => {
  const { openData } = messagesFor(language);
  return {
    profile: 'tabular-data-package',
    // Names of packages are made of small letters, digits and three signs.
    name: `lapor-${site.id.toLowerCase().replace(/[^a-z0-9._-]/g, '-')}`,
    title: openData.title({ site: site.settings.name }),
    description: openData.description({ institution }),
    created: now,
    resources: [
      {
        name: 'reports',
        path: csvUrl,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        profile: 'tabular-data-resource',
        schema: {
          fields: columns.map((name) => ({
            name,
            type: types[name] ?? 'string',
            ...openData.columns[name],
            constraints: { required: !isNullable(name) },
          })),
          primaryKey: 'trackingId',
          missingValues: [''],
        },
      },
    ],
  };
};
