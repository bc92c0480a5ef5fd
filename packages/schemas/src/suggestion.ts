import * as z from 'zod/mini';
import { Classification } from './classification.ts';
import { Identifier } from './fields/identifier.ts';
import { openSet } from './fields/open-set.ts';
import { draftText } from './fields/written-text.ts';
import { Incident } from './incident.ts';
import { InstitutionReference } from './institution.ts';
import { ReportSummary } from './published-report.ts';

/** A draft as far as it is written: what `POST /v1/suggestions` takes. It is never stored. */
export const SuggestionRequest = z.strictObject({
  classification: z.optional(Classification),
  title: z.optional(draftText(1000)),
  content: z.optional(draftText(20_000)),
  categoryId: z.optional(Identifier),
  incident: z.optional(Incident),
  attachmentCount: z.optional(z.int().check(z.minimum(0), z.maximum(50))),
});
/** What {@link SuggestionRequest} parses to. */
export type SuggestionRequest = z.infer<typeof SuggestionRequest>;

/** Why an institution was proposed, so that a person can check it. */
export const SuggestionReason = z.object({
  /** `category`, `place`, `words`, `history` or another. */
  kind: z.string(),
  /** The reason as one sentence in the language asked for. */
  text: z.string(),
});
/** What {@link SuggestionReason} parses to. */
export type SuggestionReason = z.infer<typeof SuggestionReason>;

/** An institution that may be responsible. */
export const InstitutionSuggestion = z.object({
  institution: InstitutionReference,
  /** How sure the router is, 0 to 1, calibrated: of all suggestions at 0.8, about eight in ten are right. */
  confidence: z.number().check(z.minimum(0), z.maximum(1)),
  reasons: z.array(SuggestionReason),
});
/** What {@link InstitutionSuggestion} parses to. */
export type InstitutionSuggestion = z.infer<typeof InstitutionSuggestion>;

/** Personal data found in the draft, by its place in the text (UTF-16 units, end exclusive). The data itself is not repeated. */
export const PersonalDataHint = z.object({
  /** The part of the draft in which it was found. An open set. */
  field: openSet(z.enum(['title', 'content', 'landmark'])),
  kind: z.string(),
  start: z.int(),
  end: z.int(),
  message: z.string(),
});
/** What {@link PersonalDataHint} parses to. */
export type PersonalDataHint = z.infer<typeof PersonalDataHint>;

/** Something that an operator will ask for. */
export const MissingHint = z.object({ code: z.string(), message: z.string() });
/** What {@link MissingHint} parses to. */
export type MissingHint = z.infer<typeof MissingHint>;

/** What the gateway can say to a draft: the answer of `POST /v1/suggestions`. All of it is advice; none of it is a condition. */
export const Suggestions = z.object({
  /** The three likeliest, best first. Empty when nothing speaks for anybody. */
  institutions: z.array(InstitutionSuggestion).check(z.maxLength(3)),
  /** True when the best one is too unsure, and the coordinating admin should decide. */
  leaveToCoordinator: z.boolean(),
  /** Open public reports that may be about the same thing. */
  similar: z.array(ReportSummary).check(z.maxLength(5)),
  personalData: z.array(PersonalDataHint),
  missing: z.array(MissingHint),
});
/** What {@link Suggestions} parses to. */
export type Suggestions = z.infer<typeof Suggestions>;
