import * as z from 'zod/mini';
import type { Check } from './check.ts';
import { expectThat } from './deviation.ts';
import { callV3, expectV3, expectV3Refusal, V3Id, v3Page } from './v3-answer.ts';

/** What is known of V3 is what public programs that call it read from its answers; there is no public specification. */
export const observed = 'V3 as public programs use it (observed, no specification)';

const Named = z.object({ id: V3Id, name: z.string() });

const list = (path: string, title: string): Check => ({
  id: `v3.masters.${path.split('/')[0]}`,
  title,
  source: `${observed}: GET /masters/${path}`,
  needs: ['v3'],
  async run(context) {
    const answer = await callV3(context, 'GET', `/masters/${path}?page_size=1000`);
    const { results } = expectV3(answer, v3Page(Named), 'a page of entries with a numeric id and a name');
    expectThat(results.data.length > 0, 'at least one entry', answer.told);
    const ids = results.data.map(({ id }) => id);
    expectThat(new Set(ids).size === ids.length, 'each id once', ids.length);
  },
});

/** What of the V3 shape can be seen without leaving anything behind. */
export const v3Checks: readonly Check[] = [
  {
    id: 'v3.secrets.missing',
    title: 'A call without secrets is refused with 401',
    source: `${observed}: two headers with a secret each`,
    needs: ['v3'],
    async run(context) {
      expectV3Refusal(await callV3(context, 'GET', '/masters/institutions/external', { secrets: 'none' }), 401, 403);
    },
  },
  {
    id: 'v3.secrets.one',
    title: 'One of the two secrets alone opens nothing',
    source: `${observed}: two headers with a secret each`,
    needs: ['v3'],
    async run(context) {
      expectV3Refusal(await callV3(context, 'GET', '/masters/institutions/external', { secrets: 'noToken' }), 401, 403);
    },
  },
  list('institutions/external', 'The institutions have numbers and names'),
  list('templates', 'The templates have numbers and names'),
  list('categories', 'The categories have numbers and names'),
  list('locations', 'The locations have numbers and names'),
  {
    id: 'v3.masters.stable',
    title: 'A number stands for the same institution each time',
    source: `${observed}: programs keep the numbers in their configuration`,
    needs: ['v3'],
    async run(context) {
      const read = async () => {
        const answer = await callV3(context, 'GET', '/masters/institutions/external?page_size=1000');
        return JSON.stringify(expectV3(answer, v3Page(Named), 'a page of institutions').results.data);
      };
      const [first, second] = [await read(), await read()];
      expectThat(first === second, 'the same list twice', 'two different ones');
    },
  },
  {
    id: 'v3.masters.paging',
    title: 'A list is cut by `page_size`, and its next page goes on',
    source: `${observed}: page_size, next_page_url`,
    needs: ['v3'],
    async run(context) {
      const page = async (number: number) => {
        const answer = await callV3(context, 'GET', `/masters/institutions/external?page_size=1&page=${number}`);
        return expectV3(answer, v3Page(Named), 'a page of institutions').results;
      };
      const first = await page(1);
      expectThat(first.data.length === 1, 'one entry', first.data.length);
      if (first.next_page_url === null) return;
      const second = await page(2);
      expectThat(second.data[0]?.id !== first.data[0]?.id, 'another entry on the second page', second.data[0]);
    },
  },
  {
    id: 'v3.complaint.unknown',
    title: 'A complaint that is not there is not found',
    source: `${observed}: GET /complaints/{id}/complaint`,
    needs: ['v3'],
    async run(context) {
      expectV3Refusal(await callV3(context, 'GET', '/complaints/9999999999/complaint'), 404);
    },
  },
  {
    id: 'v3.complaint.faults',
    title: 'A complaint without a title is refused, and not by an error of the server',
    source: `${observed}: POST /complaints/complaint`,
    needs: ['v3'],
    async run(context) {
      const body = { content: 'Uji.', classification_id: 1, attachments: false };
      expectV3Refusal(await callV3(context, 'POST', '/complaints/complaint', { body }), 400, 422);
    },
  },
];
