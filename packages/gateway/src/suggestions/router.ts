import type { InstitutionSuggestion, Language, SuggestionRequest } from '@lapor/schemas';
import type { Directory } from '../directory/directory.ts';
import type { SiteRecord } from '../sites/site-record.ts';

/** What a router knows besides the draft. */
export interface RoutingContext {
  readonly directory: Directory;
  /** Whose page the draft is written on. */
  readonly site: SiteRecord;
  /** For the sentences of the reasons. */
  readonly language: Language;
}

/**
 * Proposes who may be responsible for what a draft is about. Its proposals are hints to a citizen and to a
 * coordinating admin; nothing is ever routed by them alone.
 */
export interface Router {
  /**
   * The likeliest institutions, best first, each with reasons that a person can check; none when nothing speaks for
   * anybody. Takes any draft that fits its schema, and neither keeps nor logs it.
   */
  suggest(draft: SuggestionRequest, context: RoutingContext): Promise<InstitutionSuggestion[]>;
}

/** Below this a proposal is wrong about as often as right, and the coordinating admin should decide. */
const leastConfidence = 0.5;

/**
 * Whether the proposals are too unsure to follow. Two that are equally likely share what confidence there is, so that
 * neither of them reaches the least.
 */
export const isLeftToCoordinator = ([best]: readonly InstitutionSuggestion[]): boolean =>
  best === undefined || best.confidence < leastConfidence;
