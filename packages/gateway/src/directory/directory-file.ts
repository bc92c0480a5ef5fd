import { Category, Institution } from '@lapor/schemas';
import * as z from 'zod/mini';

const strict = <Shape extends z.core.$ZodShape>({ shape }: z.ZodMiniObject<Shape>) => z.strictObject(shape);

/** A directory as a file: institutions and categories in any order. */
export const DirectoryFile = z.strictObject({
  institutions: z._default(z.array(strict(Institution)), []),
  categories: z._default(z.array(strict(Category)), []),
});
/** What {@link DirectoryFile} parses to. */
export type DirectoryFile = z.infer<typeof DirectoryFile>;
