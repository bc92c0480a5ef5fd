import { call, connect, createIdempotencyKey, uploadFile } from '@lapor/client';
import type { OutboxClient } from '@lapor/client/outbox';
import type { Category, Region, RegionCode, Site } from '@lapor/schemas';
import {
  getChallenge,
  getRegionBoundaries,
  getSite,
  listCategories,
  listRegions,
  submitReport,
} from '@lapor/schemas/contract';
import type * as judging from '../report/judge-answers.ts';
import type { AdviceLink } from './advice-link.ts';
import { createUploadLink, type UploadLink } from './upload-link.ts';
import type { MarkedSite } from './left-on-device.ts';

export { faultsOf, inOrder, judgeReport, todayAt } from '../report/judge-report.ts';
export { reportOfValues } from '../report/report-of-values.ts';

/** Everything that the form asks of a gateway. Loaded at the first input, with the schema that judges. */
export interface GatewayLink {
  site(): Promise<Site>;
  /** The regions directly below one; all provinces below none. */
  regions(parent: RegionCode | undefined): Promise<readonly Region[]>;
  /** The regions that are called so: within one on every level, elsewhere provinces and regencies. */
  regionsNamed(text: string, within: RegionCode | undefined): Promise<readonly Region[]>;
  /** The file of a province's borders. */
  boundaries(province: RegionCode): Promise<unknown>;
  /** The subjects that an institution offers, and those that all do. */
  categories(institution: string | undefined): Promise<readonly Category[]>;
  /** What is asked while somebody writes: loaded with the first pause. */
  advising(): Promise<AdviceLink>;
  /** What judges the answers to a category's questions: loaded with the first of them. */
  judging(): Promise<typeof judging>;
  /** What uploads files while somebody writes, and takes them back. */
  readonly uploads: UploadLink;
  /** Sends reports and files. */
  readonly client: OutboxClient;
  /** A name for an attempt. */
  readonly newKey: () => string;
}

/**
 * Makes the link to one gateway. The endpoints one by one and not the client as a whole: what a form never asks is not
 * loaded.
 *
 * @throws TypeError for an address or a key that is none.
 */
export const createGatewayLink = (options: MarkedSite & { readonly language: 'id' | 'en' }): GatewayLink => {
  const { gateway, siteKey, language } = options;
  const connection = connect({ gateway, siteKey, language, timeout: 20_000, retries: 2 });
  // One repetition: a longer wait is the outbox's affair, and people are told that it waits.
  const brief = { retries: 1 };
  return {
    site: async () => (await call(connection, getSite, {})).body,
    async regions(parent) {
      const query = { ...(parent !== undefined && { parent }), limit: 100 };
      return (await call(connection, listRegions, { query })).body.items;
    },
    async regionsNamed(text, within) {
      const named = async (limit: number, parent = {}) =>
        (await call(connection, listRegions, { query: { q: text, limit, ...parent }, timeout: 8000, retries: 0 })).body
          .items;
      if (within === undefined) return named(8);
      const [near, far] = await Promise.all([named(6, { parent: within }), named(4)]);
      return [...near, ...far.filter(({ code }) => !`${code}.`.startsWith(`${within}.`))];
    },
    async boundaries(province) {
      // A body that the contract does not describe any further comes as bytes.
      const { body } = (await call(connection, getRegionBoundaries, { parameters: { code: province } })) as unknown as {
        readonly body: Blob;
      };
      return JSON.parse(await body.text());
    },
    async categories(institution) {
      const query = { ...(institution !== undefined && { institution }), limit: 100 };
      return (await call(connection, listCategories, { query })).body.items;
    },
    // From here, so that it takes from this file what both need.
    advising: async () => (await import('./advice-link.ts')).createAdviceLink(connection),
    judging: () => import('../report/judge-answers.ts'),
    uploads: createUploadLink(connection),
    client: {
      reports: {
        submit: async (body, told) => (await call(connection, submitReport, { ...told, ...brief, body })).body,
      },
      attachments: { upload: (file, told) => uploadFile(connection, file, { ...told, ...brief }) },
      site: { challenge: async (told) => (await call(connection, getChallenge, told)).body },
    },
    newKey: createIdempotencyKey,
  };
};
