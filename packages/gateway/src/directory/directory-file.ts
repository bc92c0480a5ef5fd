import { Category, Institution, InstitutionKind, Question, QuestionType } from '@lapor/schemas';
import * as z from 'zod/mini';

const strict = <Shape extends z.core.$ZodShape>({ shape }: z.ZodMiniObject<Shape>) => z.strictObject(shape);

const questions = z.array(strict(z.extend(Question, { type: QuestionType }))).check(z.maxLength(20));

/** A directory as a file: institutions and categories in any order. */
export const DirectoryFile = z.strictObject({
  institutions: z._default(z.array(strict(z.extend(Institution, { kind: InstitutionKind }))), []),
  categories: z._default(z.array(strict(z.extend(Category, { questions }))), []),
});
/** What {@link DirectoryFile} parses to. */
export type DirectoryFile = z.infer<typeof DirectoryFile>;
