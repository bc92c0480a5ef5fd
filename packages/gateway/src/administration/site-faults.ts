import type { FieldError, Language } from '@lapor/schemas';
import { fieldFault } from '../refusal/field-fault.ts';
import { regionOf } from '../directory/find-regions.ts';
import { limitsOf, type StoredSiteSettings } from '../sites/site-record.ts';

/** A site as it is about to be stored. */
export interface SiteDraft {
  readonly regionCode: string;
  readonly origins: readonly string[];
  readonly settings: StoredSiteSettings;
}

/** An origin that no browser ever sends would never match: one with its scheme's own port, say. */
const isSentByBrowsers = (origin: string): boolean =>
  origin === 'null' || (URL.canParse(origin) && new URL(origin).origin === origin);

const originFaults = (origins: readonly string[], language: Language): FieldError[] =>
  origins.flatMap((origin, index) => {
    const pointer = `/origins/${index}`;
    if (!isSentByBrowsers(origin)) return [fieldFault(language, { pointer, code: 'notAllowed', facts: {} })];
    return origins.indexOf(origin) < index ? [fieldFault(language, { pointer, code: 'duplicate', facts: {} })] : [];
  });

const limitFaults = (settings: StoredSiteSettings, language: Language): FieldError[] => {
  const limits = limitsOf(settings);
  return (['title', 'content'] as const)
    .filter((part) => limits[`${part}Min`] > limits[`${part}Max`])
    .map((part) =>
      fieldFault(language, {
        pointer: `/limits/${part}Min`,
        code: 'tooLarge',
        facts: { maximum: limits[`${part}Max`] },
      }),
    );
};

/** A report records the version of the notice that its reporter saw: other words under the same version would make that untrue. */
const noticeFaults = (
  after: StoredSiteSettings,
  before: StoredSiteSettings | undefined,
  language: Language,
): FieldError[] => {
  const [one, other] = [before?.privacyNotice, after.privacyNotice];
  const isRewritten =
    one !== undefined &&
    other?.version === one.version &&
    (['controller', 'text', 'contact', 'url', 'basis'] as const).some((part) => one[part] !== other[part]);
  return isRewritten
    ? [fieldFault(language, { pointer: '/privacyNotice/version', code: 'notAllowed', facts: {} })]
    : [];
};

/**
 * What only the gateway can find wrong with a site: a region that does not exist, origins that no browser sends or that
 * stand twice, limits that contradict each other, a privacy notice rewritten under its old version.
 */
export const siteFaults = async (
  { regionCode, origins, settings }: SiteDraft,
  before: StoredSiteSettings | undefined,
  language: Language,
): Promise<FieldError[]> => [
  ...((await regionOf(regionCode))
    ? []
    : [fieldFault(language, { pointer: '/regionCode', code: 'unknownReference', facts: {}, field: 'region' })]),
  ...originFaults(origins, language),
  ...limitFaults(settings, language),
  ...noticeFaults(settings, before, language),
];
