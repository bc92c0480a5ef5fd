import * as z from 'zod/mini';
import { Site } from '../../site.ts';
import { SuggestionRequest, Suggestions } from '../../suggestion.ts';
import { endpoint } from '../endpoint.ts';

/** The settings of the site whose key is used. */
export const getSite = endpoint({
  method: 'GET',
  path: '/v1/site',
  tag: 'site',
  callers: ['site'],
  repetition: 'safe',
  answers: { 200: { schema: Site } },
  problems: [],
});

/** A proof-of-work challenge as the ALTCHA protocol writes it. */
export const Challenge = z.object({
  algorithm: z.string(),
  challenge: z.string(),
  /** The solution lies between 0 and this number. */
  maxnumber: z.int(),
  salt: z.string(),
  signature: z.string(),
});
/** What {@link Challenge} parses to. */
export type Challenge = z.infer<typeof Challenge>;

/** A fresh challenge, for sites that ask for one. */
export const getChallenge = endpoint({
  method: 'GET',
  path: '/v1/challenge',
  tag: 'site',
  callers: ['site'],
  repetition: 'safe',
  answers: { 200: { schema: Challenge } },
  problems: [],
});

/** What can be said to a draft. Nothing of it is stored. */
export const suggest = endpoint({
  method: 'POST',
  path: '/v1/suggestions',
  tag: 'site',
  callers: ['site'],
  repetition: 'idempotent',
  request: { schema: SuggestionRequest },
  answers: { 200: { schema: Suggestions } },
  problems: [],
});
