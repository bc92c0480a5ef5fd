import type { InstitutionSuggestion, SuggestionReason } from '@lapor/schemas';
import { isWithin } from '@lapor/schemas/regions';
import { messagesFor } from '@lapor/schemas/messages';
import type { DirectoryInstitution } from '../directory/directory.ts';
import { type Evidence, gatherEvidence } from './gather-evidence.ts';
import { type IncidentPlace, incidentPlace, placeFactor } from './incident-place.ts';
import type { Router, RoutingContext } from './router.ts';
import { wordsOf } from './words-of.ts';

/** A government within whose region it happened, though nothing else speaks for it. */
const governmentWeight = 0.15;

/** Stands among the candidates for everybody whom the rules do not know to be responsible. */
const somebodyElse = 1;

/** More than this in one sentence nobody reads. */
const maxPhrases = 3;

/** The contract shows three. */
const maxSuggestions = 3;

interface Candidate {
  readonly institution: DirectoryInstitution;
  readonly evidence?: Evidence;
  readonly score: number;
}

/** The government nearest to a place that the draft tells: the last one to be asked, but never the wrong door. */
const nearestGovernment = (
  { code, how }: IncidentPlace,
  { directory }: RoutingContext,
): DirectoryInstitution | undefined => {
  if (how === 'assumed') return undefined;
  return [...directory.institutions.values()]
    .filter(
      ({ kind, regionCode }) =>
        (kind === 'regency' || kind === 'province') && regionCode !== undefined && isWithin(code, regionCode),
    )
    .sort((one, other) => (other.regionCode?.length ?? 0) - (one.regionCode?.length ?? 0))[0];
};

const candidatesOf = (evidence: readonly Evidence[], place: IncidentPlace, context: RoutingContext): Candidate[] => {
  const candidates: Candidate[] = evidence.map((each) => ({
    institution: each.institution,
    evidence: each,
    score: each.weight * placeFactor(each.institution, place, context),
  }));
  const government = nearestGovernment(place, context);
  if (government && !evidence.some(({ institution }) => institution === government))
    candidates.push({ institution: government, score: governmentWeight });
  return candidates
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.institution.name.localeCompare(other.institution.name, 'id'));
};

const reasonsFor = (
  { institution, evidence }: Candidate,
  { region, how, code }: IncidentPlace,
  { language }: RoutingContext,
): SuggestionReason[] => {
  const sentences = messagesFor(language).suggestionReasons;
  const phrases = [...(evidence?.phrases ?? [])].sort(([, one], [, other]) => other - one).slice(0, maxPhrases);
  const isPlaceTold =
    region !== undefined && institution.regionCode !== undefined && isWithin(code, institution.regionCode);
  return [
    ...(phrases.length > 0
      ? [{ kind: 'words', text: sentences.words({ words: phrases.map(([shown]) => shown) }) }]
      : []),
    ...(evidence?.category
      ? [{ kind: 'category', text: sentences.category({ category: evidence.category.name }) }]
      : []),
    ...(isPlaceTold
      ? [
          {
            kind: 'place',
            text: (how === 'named' ? sentences.namedPlace : sentences.place)({ region: region.fullName }),
          },
        ]
      : []),
  ];
};

/**
 * A router of plain rules: whose tasks and names the draft has, whose the category is, and whose region it happened in.
 *
 * An institution's score is the sum of what its evidence weighs, times how well its region fits. Its confidence is its
 * share of all scores and of one unit that stands for somebody else: one task of one word and no rival gives 0.5, and
 * rivals take from each other.
 */
export const createRuleRouter = (): Router => ({
  async suggest(draft, context) {
    const text = { title: wordsOf(draft.title ?? ''), content: wordsOf(draft.content ?? '') };
    const landmark = wordsOf(draft.incident?.place?.landmark ?? '');
    const place = await incidentPlace(draft, [...text.title, ...text.content, ...landmark], context);
    const candidates = candidatesOf(gatherEvidence(draft, text, context.directory), place, context);
    const all = somebodyElse + candidates.reduce((sum, { score }) => sum + score, 0);
    return candidates.slice(0, maxSuggestions).map((candidate): InstitutionSuggestion => ({
      institution: context.directory.reference(candidate.institution.id),
      confidence: Math.round((candidate.score / all) * 100) / 100,
      reasons: reasonsFor(candidate, place, context),
    }));
  },
});
