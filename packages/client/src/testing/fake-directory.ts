import type { InstitutionReference } from '@lapor/schemas';
import type { FakeWorld } from './fake-world.ts';

/** An institution as it stands inside other things. */
export const referenceTo = ({ institutions }: FakeWorld, id: string): InstitutionReference => ({
  id,
  name: institutions.get(id)?.name ?? id,
});

/** The institution and those above it, the nearest first. */
const upwards = ({ institutions }: FakeWorld, id: string): readonly string[] => {
  const path: string[] = [];
  for (let at: string | undefined = id; at !== undefined && !path.includes(at); at = institutions.get(at)?.parentId)
    path.push(at);
  return path;
};

/** Whether an institution is another one or below it. */
export const isWithin = (world: FakeWorld, id: string, ancestor: string): boolean =>
  upwards(world, id).includes(ancestor);

/** Who owns, within an institution's government, what nobody else does. */
export const coordinatorOf = (world: FakeWorld, id: string): string =>
  [...upwards(world, id)].reverse().find((above) => world.institutions.get(above)?.isCoordinator) ?? id;
