/** Something that may stand below another of its kind. */
export interface Child {
  readonly id: string;
  readonly parentId?: string | undefined;
}

/**
 * The same things, each after its parent. Parents that are not among them count as being there already.
 *
 * Things that stand in a circle, and everything below them, are left out: they have no first one.
 */
export const parentsFirst = <Thing extends Child>(things: readonly Thing[]): Thing[] => {
  const among = new Set(things.map(({ id }) => id));
  const below = new Map<string | undefined, Thing[]>();
  for (const thing of things) {
    const above = thing.parentId !== undefined && among.has(thing.parentId) ? thing.parentId : undefined;
    const siblings = below.get(above);
    if (siblings) siblings.push(thing);
    else below.set(above, [thing]);
  }
  const ordered = [...(below.get(undefined) ?? [])];
  // The list grows while it is walked: each thing brings those below it.
  for (const { id } of ordered) ordered.push(...(below.get(id) ?? []));
  return ordered;
};
