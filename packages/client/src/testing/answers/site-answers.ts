import { checkCompleteness, findPersonalData } from '@lapor/schemas/text-checks';
import { addWorkingDays, calendarDateIn } from '@lapor/schemas/clock';
import { messagesFor } from '@lapor/schemas/messages';
import { ancestorsOf, findRegion, provinces, regenciesOf, searchRegions } from '@lapor/schemas/regions';
import type { Category, Instant, Language, SuggestionRequest, TimeZone, WorkWeek } from '@lapor/schemas';
import type { FakeAnswers, FakeContext } from '../fake-gateway-options.ts';
import { FakeRefusal } from '../fake-refusal.ts';
import { pageOfItems } from '../list-page.ts';

const hintsFor = (draft: SuggestionRequest, language: Language) => {
  const { personalData, gaps } = messagesFor(language);
  const { regionCode, landmark } = draft.incident?.place ?? {};
  const texts = { title: draft.title ?? '', content: draft.content ?? '', landmark: landmark ?? '' };
  const missing = checkCompleteness({
    title: texts.title,
    content: texts.content,
    attachmentCount: draft.attachmentCount ?? 0,
    classification: draft.classification,
    incidentDate: draft.incident?.date,
    regionCode,
    landmark,
  });
  return {
    personalData: (['title', 'content', 'landmark'] as const).flatMap((field) =>
      findPersonalData(texts[field]).map(({ kind, start, end }) => ({
        field,
        kind,
        start,
        end,
        message: personalData[kind],
      })),
    ),
    missing: missing.map(({ code, reason }) => ({
      code,
      message: (gaps[code] as Partial<Record<typeof reason, string>>)[reason] ?? '',
    })),
  };
};

/** Whether every word of the text begins some word of the name. */
const isNamed = (name: string, text: string): boolean => {
  const words = name.toLowerCase().split(/[\s/,.()-]+/);
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
};

const milliseconds = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

const instantOf = (moment: number): Instant => new Date(moment).toISOString().replace(/\.\d+/, '');

const laterBy = (
  amount: number,
  unit: keyof typeof milliseconds | 'workingDay',
  { world, now }: FakeContext,
): Instant => {
  if (unit !== 'workingDay') return instantOf(Date.parse(now) + amount * milliseconds[unit]);
  const { timeZone, workWeek, localHolidays } = world.site;
  const today = calendarDateIn(now, timeZone as TimeZone);
  const date = addWorkingDays(today, amount, { week: workWeek as WorkWeek, localHolidays });
  return instantOf(Date.parse(now) + Date.parse(date) - Date.parse(today));
};

const isOffered = ({ institutionId }: Category, institution: string | undefined): boolean =>
  institutionId === undefined || institutionId === institution;

const withinOf = (code: string): { within?: string } => {
  const names = ancestorsOf(code).map(({ fullName }) => fullName);
  return names.length === 0 ? {} : { within: names.reverse().join(', ') };
};

/** The site, its directory, advice, and the clock. */
export const siteAnswers: FakeAnswers = {
  getSite: async (_, { world }) => ({ status: 200, body: world.site }),

  // What is missing and what is personal is found as the gateway finds it; whom a text concerns the fake does not judge.
  suggest: async ({ body }, { language }) => ({
    status: 200,
    body: { institutions: [], leaveToCoordinator: true, similar: [], ...hintsFor(body, language) },
  }),

  async listRegions({ query }) {
    const { parent, q, level } = query;
    const below = parent === undefined ? provinces() : parent.length === 2 ? regenciesOf(parent) : [];
    const found = q === undefined ? below : searchRegions(q, { limit: 100, ...(parent && { within: parent }) });
    const items = found
      .filter((region) => level === undefined || region.level === level)
      .map((region) => (q === undefined ? region : { ...region, ...withinOf(region.code) }));
    return { status: 200, body: pageOfItems('regions', query, items, query) };
  },

  async getRegion({ parameters: { code } }) {
    const region = findRegion(code);
    if (!region) throw new FakeRefusal('notFound');
    return { status: 200, body: { ...region, ancestors: [...ancestorsOf(code)] } };
  },

  async listInstitutions({ query }, { world }) {
    const { parent, region, kind, q } = query;
    const found = [...world.institutions.values()].filter(
      (one) =>
        (parent === undefined || one.parentId === parent) &&
        (region === undefined || one.regionCode === region || one.regionCode?.startsWith(`${region}.`)) &&
        (kind === undefined || one.kind === kind) &&
        (q === undefined || isNamed(`${one.name} ${one.shortName ?? ''}`, q)),
    );
    return { status: 200, body: pageOfItems('institutions', query, found, query) };
  },

  async listCategories({ query }, { world }) {
    const { institution, parent, q } = query;
    const found = [...world.categories.values()].filter(
      (one) =>
        isOffered(one, institution) &&
        (parent === undefined || one.parentId === parent) &&
        (q === undefined || isNamed(one.name, q)),
    );
    return { status: 200, body: pageOfItems('categories', query, found, query) };
  },

  getClock: async (_, { now }) => ({ status: 200, body: { now } }),

  async moveClock({ body }, context) {
    const { world, language } = context;
    const now = 'now' in body ? body.now : laterBy(body.advance.amount, body.advance.unit, context);
    if (now < world.now()) {
      throw new FakeRefusal('actionNotPossible', { reason: messagesFor(language).sandbox.neverBack });
    }
    world.setClock(now);
    return { status: 200, body: { now } };
  },
};
