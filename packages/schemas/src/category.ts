import * as z from 'zod/mini';
import { Identifier } from './fields/identifier.ts';
import { openSet } from './fields/open-set.ts';

/** The kinds of extra questions that a category may ask. */
export const QuestionType = z.enum(['text', 'number', 'date', 'boolean', 'choice', 'choices']);
/** What {@link QuestionType} parses to. */
export type QuestionType = z.infer<typeof QuestionType>;

/** One extra question of a category, for instance the number of a street light. */
export const Question = z.object({
  id: Identifier,
  /** An open set: a form leaves out a question of a type that it does not know. */
  type: openSet(QuestionType),
  /** The question itself, in the language asked for. */
  label: z.string().check(z.minLength(1), z.maxLength(200)),
  /** A sentence below the question. */
  hint: z.optional(z.string().check(z.maxLength(300))),
  required: z.boolean(),
  /** The answers to choose from, for `choice` and `choices`. */
  options: z.optional(
    z.array(z.object({ value: Identifier, label: z.string().check(z.maxLength(120)) })).check(z.maxLength(100)),
  ),
  /** Longest text, in code points. */
  maxLength: z.optional(z.int().check(z.minimum(1), z.maximum(2000))),
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
});
/** What {@link Question} parses to. */
export type Question = z.infer<typeof Question>;

/** A subject that a report can be about. The list belongs to the gateway and changes often; nothing about it is fixed here. */
export const Category = z.object({
  id: Identifier,
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  parentId: z.optional(Identifier),
  /** Present when the category is offered only for reports to this institution. */
  institutionId: z.optional(Identifier),
  /** False when it is only a heading above other categories. */
  selectable: z.boolean(),
  questions: z.array(Question).check(z.maxLength(20)),
});
/** What {@link Category} parses to. */
export type Category = z.infer<typeof Category>;
