import type { ClientOptions } from './http/client-options.ts';
import { connect } from './http/connection.ts';
import {
  type Categories,
  createCategories,
  createInstitutions,
  createRegions,
  type Institutions,
  type Regions,
} from './resources/directory.ts';
import { type Attachments, createAttachments } from './resources/attachments.ts';
import { createReports, type Reports } from './resources/reports.ts';
import {
  createSite,
  createStatistics,
  createSuggestions,
  type SiteResource,
  type StatisticsResource,
  type SuggestionsResource,
} from './resources/site.ts';

/** What a page, or any program that reports, can ask of a gateway. */
export interface Client {
  readonly reports: Reports;
  readonly suggestions: SuggestionsResource;
  readonly attachments: Attachments;
  readonly regions: Regions;
  readonly institutions: Institutions;
  readonly categories: Categories;
  readonly statistics: StatisticsResource;
  readonly site: SiteResource;
}

/**
 * Makes a client of one gateway, for reporting and following reports. It runs wherever there is `fetch`. For the work of
 * officers and back offices there is {@link createDeskClient}, so that no page has to load that.
 *
 * @throws TypeError for an option that makes no sense. The message never repeats a key.
 * @example
 * const client = createClient({ gateway: 'https://lapor.sumbarprov.example', siteKey: 'pk_demo_sumbar' });
 */
export const createClient = (options: ClientOptions): Client => {
  const connection = connect(options);
  return {
    reports: createReports(connection),
    suggestions: createSuggestions(connection),
    attachments: createAttachments(connection),
    regions: createRegions(connection),
    institutions: createInstitutions(connection),
    categories: createCategories(connection),
    statistics: createStatistics(connection),
    site: createSite(connection),
  };
};
