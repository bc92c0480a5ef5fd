import * as z from 'zod/mini';
import type { Sp4nSettings } from '../../configuration/sp4n-settings.ts';
import type { SettingFinding, SettingsChecked } from '../connector.ts';
import type { V3Client } from './v3-client.ts';

/** Pages of one list that are read at most. */
const mostPages = 20;

const Page = z.looseObject({
  results: z.looseObject({
    data: z.array(
      z.looseObject({
        id: z.union([z.int(), z.string()]),
        code: z.optional(z.nullable(z.union([z.string(), z.number()]))),
      }),
    ),
    next_page_url: z.optional(z.nullable(z.string())),
  }),
});

/** What stands in the settings, under which name: a number, or the code of a template. */
type Named = readonly (readonly [setting: string, value: number | string | undefined])[];

const entriesOf = (name: string, ids: Readonly<Record<string, number | string | undefined>>): Named =>
  Object.entries(ids).map(([id, value]) => [`${name}.${id}`, value]);

/** Provinces and regencies are listed whole, what lies below them only regency by regency: that is not asked for. */
const isListed = ([setting]: Named[number]): boolean => setting.split('.').length <= 3;

/** The lists there, and what of the settings has to stand in each. */
const listsOf = (settings: Sp4nSettings): readonly { readonly path: string; readonly named: Named }[] => [
  {
    path: '/masters/categories',
    named: [...entriesOf('categories', settings.categories), ['otherCategoryId', settings.otherCategoryId]],
  },
  {
    path: '/masters/locations',
    named: [
      ...entriesOf('locations', settings.locations).filter(isListed),
      ['otherLocationId', settings.otherLocationId],
    ],
  },
  {
    path: '/masters/institutions/external',
    named: [...entriesOf('institutions', settings.institutions), ['ownInstitutionId', settings.ownInstitutionId]],
  },
  { path: '/masters/classifications', named: entriesOf('classifications', settings.classifications) },
  { path: '/masters/templates', named: entriesOf('templates', settings.templates) },
];

/** Every number and code of a list; nothing where it cannot be read or holds nothing, which says nothing of settings. */
const readList = async (client: V3Client, path: string, signal: AbortSignal) => {
  const known = new Set<string>();
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await client.get(`${path}?page=${page}&page_size=1000`, signal);
    if (answer.result !== 'answered') return { reason: answer.reason };
    const parsed = z.safeParse(Page, answer.body);
    if (!parsed.success) return { reason: 'its answer has another shape than expected' };
    const { data, next_page_url: next } = parsed.data.results;
    for (const { id, code } of data) {
      known.add(String(id));
      if (code !== undefined && code !== null) known.add(String(code));
    }
    if (next === undefined || next === null || next === '' || data.length === 0)
      return known.size === 0 ? { reason: 'its list is empty' } : { known };
  }
  return { reason: 'its list is too long' };
};

/**
 * Compares the numbers and codes of the settings with the master data there: one that was removed since sends reports to
 * nobody in particular, and no answer says so. A list that cannot be read is left out.
 */
export const compareSettings = async (
  client: V3Client,
  settings: Sp4nSettings,
  signal: AbortSignal,
): Promise<SettingsChecked> => {
  const findings: SettingFinding[] = [];
  const reasons: string[] = [];
  const lists = listsOf(settings)
    .map(({ path, named }) => ({ path, named: named.filter(([, value]) => value !== undefined) }))
    .filter(({ named }) => named.length > 0);
  for (const { path, named } of lists) {
    const { known, reason } = await readList(client, path, signal);
    if (known === undefined) {
      reasons.push(`${path}: ${reason}`);
      continue;
    }
    for (const [name, value] of named) {
      if (known.has(String(value))) continue;
      findings.push({
        setting: `sp4n.${name}`,
        problem: `lapor-gateway: \`sp4n.${name}\` is ${value}, which is not in the list ${path} of the other system, or not any more. Look it up there, mend the setting, and start the gateway again.`,
      });
    }
  }
  return reasons.length === lists.length
    ? { result: 'away', reason: reasons.join('; ') }
    : { result: 'checked', findings };
};
