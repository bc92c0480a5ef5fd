import type { Category } from '@lapor/schemas';
import { canAsk } from './answer-names.ts';

/** Categories under a heading, or under none. */
export interface CategoryGroup {
  readonly label: string | undefined;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/**
 * The categories that can be chosen, each under its heading. One that insists on a question of a kind that this form does not
 * know is left to the admin.
 */
export const categoryGroups = (categories: readonly Category[]): CategoryGroup[] => {
  const nameOf = (id: string | undefined): string | undefined => categories.find((one) => one.id === id)?.name;
  const groups = new Map<string | undefined, { value: string; label: string }[]>();
  for (const { id, name, parentId, selectable, questions } of categories) {
    if (!selectable || questions.some((one) => one.required && !canAsk(one))) continue;
    const heading = nameOf(parentId);
    groups.set(heading, [...(groups.get(heading) ?? []), { value: id, label: name }]);
  }
  return [...groups].map(([label, choices]) => ({ label, choices }));
};
