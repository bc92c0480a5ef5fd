import type { Directory } from '../directory/directory.ts';
import type { ForwardingOptions } from './forwarding-options.ts';

/** What keeps a report here. */
export const desk = 'desk';

/**
 * The connector that carries what an institution owns: its own, else that of the nearest institution above it that has one.
 *
 * @returns the connector's name, or `undefined` where the report is handled here.
 */
export const routeOf = (
  institutionId: string,
  directory: Directory,
  { institutions = {}, otherwise = desk }: Pick<ForwardingOptions, 'institutions' | 'otherwise'>,
): string | undefined => {
  const path = directory.institutions.get(institutionId)?.path ?? [institutionId];
  const nearest = path.findLast((id) => institutions[id] !== undefined);
  const name = (nearest === undefined ? undefined : institutions[nearest]) ?? otherwise;
  return name === desk ? undefined : name;
};

/**
 * Checks that every route leads somewhere.
 *
 * @throws Error when one names a connector that is not there.
 */
export const checkRoutes = ({ connectors, institutions = {}, otherwise = desk }: ForwardingOptions): void => {
  const names = new Set([desk, ...connectors.map(({ name }) => name)]);
  for (const [place, name] of [...Object.entries(institutions), ['all others', otherwise] as const]) {
    if (!names.has(name))
      throw new Error(
        `lapor-gateway: \`connectors\` sends the reports of \`${place}\` by \`${name}\`, which is not set up. Use one of: ${[...names].join(', ')}.`,
      );
  }
};
