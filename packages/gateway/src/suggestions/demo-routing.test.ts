import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Database } from '../database/database.ts';
import { categoryRows, institutionRows, siteRows } from '../demo/demo-rows.ts';
import { tellDemoStories, type ToldReport } from '../demo/demo-stories.ts';
import { createDirectory, type Directory } from '../directory/directory.ts';
import { toSiteRecord } from '../sites/load-sites.ts';
import { createRuleRouter } from './rule-router.ts';

const tables = {
  query: async (statement: string) => (statement.includes('from institution') ? institutionRows() : categoryRows()),
} as unknown as Database;
const sites = new Map(siteRows().map((row) => [row.id, toSiteRecord({ ...row, created_at: new Date(0) })]));
const router = createRuleRouter();

let directory: Directory;
let told: readonly ToldReport[];

before(async () => {
  directory = await createDirectory(tables).get();
  const numbers = Array.from({ length: 1000 }, (_, index) => String(1_000_000 + index));
  // What the coordinator keeps was never routed.
  told = tellDemoStories('2026-11-22T03:00:00Z', numbers).filter(
    ({ story }) => !directory.institutions.get(story.state.ownerId)?.isCoordinator,
  );
});

/** How often the institution that had the report in the end is the first, and among the three; and how often the first is right where it is sure. */
const measure = async (isWithCategory: boolean) => {
  const ranks = await Promise.all(
    told.map(async ({ report, story }) => {
      const { title, content, categoryId, regionCode } = report;
      const suggestions = await router.suggest(
        { title, content, ...(isWithCategory && { categoryId }), incident: { place: { regionCode } } },
        { directory, site: sites.get(report.government)!, language: 'id' },
      );
      return {
        rank: suggestions.findIndex(({ institution }) => institution.id === story.state.ownerId),
        confidence: suggestions[0]?.confidence ?? 0,
      };
    }),
  );
  const share = (of: typeof ranks, among: typeof ranks) => of.length / among.length;
  const sure = ranks.filter(({ confidence }) => confidence >= 0.5);
  return {
    first: share(
      ranks.filter(({ rank }) => rank === 0),
      ranks,
    ),
    amongThree: share(
      ranks.filter(({ rank }) => rank >= 0),
      ranks,
    ),
    rightWhenSure: share(
      sure.filter(({ rank }) => rank === 0),
      sure,
    ),
  };
};

// The texts are invented, so these are no measure of how well the rules do with real ones; they keep the rules from getting worse.
test('the rules find the institutions of the invented reports: with a category mostly, without one often', async () => {
  const withCategory = await measure(true);
  assert.ok(withCategory.first >= 0.7 && withCategory.amongThree >= 0.85, JSON.stringify(withCategory));
  const without = await measure(false);
  assert.ok(without.first >= 0.5, JSON.stringify(without));
});

test('where the rules are sure, they are right more often than not', async () => {
  for (const isWithCategory of [true, false]) {
    const { rightWhenSure } = await measure(isWithCategory);
    assert.ok(rightWhenSure >= 0.7, String(rightWhenSure));
  }
});
