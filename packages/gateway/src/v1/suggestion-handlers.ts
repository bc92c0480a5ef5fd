import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import { Refusal } from '../refusal/refusal.ts';
import { summaryOf } from '../reports/report-summary.ts';
import { missingHints, personalDataHints } from '../suggestions/draft-hints.ts';
import { isLeftToCoordinator, type Router } from '../suggestions/router.ts';
import { createRuleRouter } from '../suggestions/rule-router.ts';
import { createSimilarReports, type SimilarReports } from '../suggestions/similar-reports.ts';

/** Who proposes, and who finds what is similar. */
export interface SuggestionParts {
  readonly router: Router;
  readonly similarReports: SimilarReports;
}

/** What can be said to a draft. The draft is answered and forgotten: nothing of it is stored, and nothing of it is logged. */
export const suggestionHandlers = (
  engine: Engine,
  { router, similarReports }: SuggestionParts = {
    router: createRuleRouter(),
    similarReports: createSimilarReports(engine.database),
  },
): Handlers => ({
  async suggest({ body: draft }, { identity, language, now }) {
    if (identity.kind !== 'site') throw new Refusal('scopeInsufficient');
    const { site } = identity;
    const directory = await engine.directory.get();
    const { suggestions: isWanted, publicList: isListed } = site.features;
    const [institutions, similar] = await Promise.all([
      isWanted ? router.suggest(draft, { directory, site, language }) : [],
      // A site that shows no list shows no reports here either.
      isWanted && isListed ? similarReports.find(draft, { site, now }) : [],
    ]);
    return {
      status: 200,
      body: {
        institutions,
        leaveToCoordinator: isLeftToCoordinator(institutions),
        similar: similar
          .filter((row) => !row.state.confidential)
          .map((row) => summaryOf(row, { directory, language, now })),
        personalData: personalDataHints(draft, language),
        missing: missingHints(draft, language),
      },
    };
  },
});
