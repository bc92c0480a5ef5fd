import type { RegionCode, SuggestionRequest } from '@lapor/schemas';
import type { Queryable } from '../database/database.ts';
import { type ReportRow, reportColumns } from '../reports/report-row.ts';
import { withinRegion } from '../reports/within-region.ts';
import type { SiteRecord } from '../sites/site-record.ts';
import { nearbyRegions } from './nearby-regions.ts';
import { likenessOf, tellingWords } from './telling-words.ts';
import { wordForms } from './word-forms.ts';

/** Where and when a draft is written. */
export interface SimilarityContext {
  readonly site: SiteRecord;
  readonly now: string;
}

/** Finds open public reports that may be about the same thing as a draft, so that people join one instead of filing another. */
export interface SimilarReports {
  /** At most five, the likest first. Never a confidential or closed one. The draft is neither kept nor logged. */
  find(draft: SuggestionRequest, context: SimilarityContext): Promise<ReportRow[]>;
}

/** The contract shows five. */
const maxFound = 5;

/** Days after which a report is no longer taken for the same occasion. */
const windowDays = 30;

/** About so many reports are read, however many are stored. */
const maxRead = 1000;

/** Reports read of one region: a fifth of all for the place itself and for the regency, where most are filed; the others share the rest. */
const shareOf = (index: number, code: RegionCode, count: number): number =>
  Math.ceil(index === 0 || code.length === 5 ? maxRead / 5 : (maxRead * 3) / 5 / count);

/** So many of those that share words are compared closely. */
const maxCompared = 40;

/** The newest public reports of each region nearby, by the index of regions. Old reports and other regions cost nothing. */
const nearby = `unnest($1::text[], $2::integer[]) as nearby(code, most) cross join lateral (
  select id, received_at, closed_at, search from report where region_code = nearby.code and not confidential order by id desc limit nearby.most
) as candidate`;

/** As long as no place nearer than a province is known: the newest of all, as far as they lie in it. */
const newest = (region: RegionCode): string => `(
  select * from (select id, region_code, received_at, closed_at, search from report where not confidential order by id desc limit $2) as public
  where ${withinRegion('region_code', region, '$1')}
) as candidate`;

/** Of these the open ones of the last days that share a word, those first that share most. */
const searchAmong = (candidates: string): string => `
select ${reportColumns} from report where not confidential and id in (
  select candidate.id from ${candidates} cross join websearch_to_tsquery('simple', $3) as words
  where candidate.closed_at is null and candidate.received_at >= $4 and candidate.search @@ words
  order by ts_rank(candidate.search, words) desc, candidate.id desc limit ${maxCompared}
)`;

const searchNearby = searchAmong(nearby);

/** Words as a search for any of them: only letters and digits, so that nothing in them can be taken for an operator. */
const anyOf = (words: readonly string[]): string =>
  [...new Set(words.flatMap(wordForms))].map((word) => `"${word}"`).join(' or ');

/** From this share of common words on, two texts are shown side by side. A person decides whether they are about the same. */
const leastShare = 0.4;

/** A category or a village in common makes up for words; being of another category asks for more of them. */
const nearness = (draft: SuggestionRequest, row: ReportRow): number => {
  const place = draft.incident?.place?.regionCode;
  const category =
    draft.categoryId === undefined || row.category_id === null ? 0 : draft.categoryId === row.category_id ? 0.1 : -0.1;
  return category + (place !== undefined && place.length >= 8 && place === row.region_code ? 0.1 : 0);
};

const daysBefore = (now: string, days: number): string => new Date(Date.parse(now) - days * 86_400_000).toISOString();

/** Looks for similar reports by their words, with what every PostgreSQL can do. */
export const createSimilarReports = (database: Queryable): SimilarReports => ({
  async find(draft, { site, now }) {
    const words = tellingWords(`${draft.title ?? ''} ${draft.content ?? ''}`);
    // One word in common is no likeness.
    if (words.length < 2) return [];
    const code = draft.incident?.place?.regionCode ?? site.regionCode;
    const regions = await nearbyRegions(code);
    const values = [anyOf(words), daysBefore(now, windowDays)];
    const rows =
      regions.length > 0
        ? await database.query<ReportRow>(searchNearby, [
            regions,
            regions.map((each, index) => shareOf(index, each, regions.length)),
            ...values,
          ])
        : await database.query<ReportRow>(searchAmong(newest(code)), [code, maxRead, ...values]);
    return rows
      .map((row) => ({
        row,
        ...likenessOf(words, tellingWords(`${row.masked_title ?? row.title} ${row.masked_content ?? row.content}`)),
      }))
      .map(({ row, shared, share }) => ({ row, shared, likeness: share + nearness(draft, row) }))
      .filter(({ shared, likeness }) => shared >= 2 && likeness >= leastShare)
      .sort((one, other) => other.likeness - one.likeness || Number(other.row.id) - Number(one.row.id))
      .slice(0, maxFound)
      .map(({ row }) => row);
  },
});
