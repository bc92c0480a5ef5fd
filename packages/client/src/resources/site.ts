import type {
  Site as SiteAnswer,
  Statistics as StatisticsAnswer,
  SuggestionRequest,
  Suggestions as Advice,
} from '@lapor/schemas';
import {
  type Challenge,
  getChallenge,
  getSite,
  getStatistics,
  type QueryInput,
  suggest,
} from '@lapor/schemas/contract';
import { call } from '../http/call.ts';
import type { CallOptions } from '../http/call-options.ts';
import type { Connection } from '../http/connection.ts';

/** The site whose key is used. */
export interface SiteResource {
  /**
   * Its settings: region, institution, limits, privacy notice, channels.
   *
   * @example const { limits } = await client.site.get();
   */
  get(options?: CallOptions): Promise<SiteAnswer>;
  /**
   * A fresh proof-of-work challenge, for a site that asks for one.
   *
   * @example const challenge = await client.site.challenge();
   */
  challenge(options?: CallOptions): Promise<Challenge>;
}

/** Makes {@link SiteResource} alone. @example const site = createSite(connect({ gateway, siteKey })); */
export const createSite = (connection: Connection): SiteResource => ({
  get: async (options) => (await call(connection, getSite, { ...options })).body,
  challenge: async (options) => (await call(connection, getChallenge, { ...options })).body,
});

/** Advice on a draft. */
export interface SuggestionsResource {
  /**
   * Likely institutions with reasons, similar open reports, personal data in the text, and what is still missing.
   * Nothing of the draft is stored.
   *
   * @example const { institutions, similar } = await client.suggestions.get({ content: 'Lampu jalan mati.' });
   */
  get(draft: SuggestionRequest, options?: CallOptions): Promise<Advice>;
}

/** Makes {@link SuggestionsResource} alone. @example const suggestions = createSuggestions(connect({ gateway, siteKey })); */
export const createSuggestions = (connection: Connection): SuggestionsResource => ({
  get: async (body, options) => (await call(connection, suggest, { ...options, body })).body,
});

/** Public figures. */
export interface StatisticsResource {
  /**
   * Counts, topics and timeliness of a region, an institution and a period. Small counts are `null`.
   *
   * @example const { total, byStatus } = await client.statistics.get({ from: '2026-01-01' });
   */
  get(query?: QueryInput<typeof getStatistics>, options?: CallOptions): Promise<StatisticsAnswer>;
}

/** Makes {@link StatisticsResource} alone. @example const statistics = createStatistics(connect({ gateway, siteKey })); */
export const createStatistics = (connection: Connection): StatisticsResource => ({
  get: async (query = {}, options = {}) => (await call(connection, getStatistics, { ...options, query })).body,
});
