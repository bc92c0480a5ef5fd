import { sampleStatistics } from './samples/statistics.ts';
import type { DocumentationOf } from './endpoint-documentation.ts';

/** The endpoint of public figures, in words. */
export const statisticsDocumentation: DocumentationOf<'statistics'> = {
  getStatistics: {
    summary: 'Read public figures',
    description:
      'Counts by period, status, classification, category, institution and region, how well deadlines were kept, and ratings. Counts below `suppressedBelow` are `null`, because they could point at a person. Without filters: the whole region of the site.',
    answerExamples: {
      200: sampleStatistics,
    },
  },
};
