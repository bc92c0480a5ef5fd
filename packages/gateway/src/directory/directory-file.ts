import { Category, Institution, InstitutionKind, Question, QuestionType } from '@lapor/schemas';
import * as z from 'zod/mini';

const strict = <Shape extends z.core.$ZodShape>({ shape }: z.ZodMiniObject<Shape>) => z.strictObject(shape);

/** An institution as an operator writes it: only kinds that are known, where a reader of answers takes others. */
export const NewInstitution = strict(z.extend(Institution, { kind: InstitutionKind }));
/** What {@link NewInstitution} parses to. */
export type NewInstitution = z.infer<typeof NewInstitution>;

/** A category as an operator writes it, with questions of known types. */
const NewCategory = strict(
  z.extend(Category, {
    questions: z.array(strict(z.extend(Question, { type: QuestionType }))).check(z.maxLength(20)),
  }),
);

/** A directory as a file: institutions and categories in any order. */
export const DirectoryFile = z.strictObject({
  institutions: z._default(z.array(NewInstitution), []),
  categories: z._default(z.array(NewCategory), []),
});
/** What {@link DirectoryFile} parses to. */
export type DirectoryFile = z.infer<typeof DirectoryFile>;
