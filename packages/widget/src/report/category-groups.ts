import type { Category } from '@lapor/schemas';

/** Categories under a heading, or under none. */
export interface CategoryGroup {
  readonly label: string | undefined;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/**
 * The categories that can be chosen, each under its heading. One that asks a question which must be answered is left to the
 * admin: this form does not ask it.
 */
export const categoryGroups = (categories: readonly Category[]): CategoryGroup[] => {
  const nameOf = (id: string | undefined): string | undefined => categories.find((one) => one.id === id)?.name;
  const groups = new Map<string | undefined, { value: string; label: string }[]>();
  for (const { id, name, parentId, selectable, questions } of categories) {
    if (!selectable || questions.some(({ required }) => required)) continue;
    const heading = nameOf(parentId);
    groups.set(heading, [...(groups.get(heading) ?? []), { value: id, label: name }]);
  }
  return [...groups].map(([label, choices]) => ({ label, choices }));
};
