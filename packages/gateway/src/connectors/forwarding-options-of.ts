import type { Configuration } from '../configuration/configuration.ts';
import { ConfigurationError } from '../configuration/configuration-error.ts';
import type { Connector } from './connector.ts';
import { defaultForwardingRules, type ForwardingOptions, type ForwardingRules } from './forwarding-options.ts';
import { desk } from './route-of.ts';

const rulesOf = ({
  patience,
  settling,
  pollEvery,
  pollAtLeastEvery,
}: NonNullable<Configuration['forwarding']>): Partial<ForwardingRules> => {
  const [first, longest] = defaultForwardingRules.pollPauses;
  const every = pollEvery ?? first;
  return {
    ...(patience !== undefined && { patience }),
    ...(settling !== undefined && { settling }),
    pollPauses: [every, Math.max(every, pollAtLeastEvery ?? longest)],
  };
};

/**
 * The options of forwarding, from their parts of a configuration.
 *
 * @param doors the doors out that the configuration sets up, by their names.
 * @returns `undefined` where everything is handled here.
 * @throws ConfigurationError when a route leads to a door that is not set up.
 */
export const forwardingOptionsOf = (
  { connectors, forwarding }: Pick<Configuration, 'connectors' | 'forwarding'>,
  doors: Readonly<Record<string, Connector>>,
): ForwardingOptions | undefined => {
  const { institutions = {}, otherwise = desk } = connectors ?? {};
  const routes = [
    ...Object.entries(institutions).map(([id, name]) => [`institutions.${id}`, name]),
    ['otherwise', otherwise],
  ];
  const problems = routes.flatMap(([place, name]) =>
    name === desk || doors[name ?? ''] !== undefined
      ? []
      : [`\`connectors.${place}\` is ${name}, but the setting \`${name}\` is missing. Give it, or use desk.`],
  );
  if (problems.length > 0) throw new ConfigurationError(problems);
  const open = Object.values(doors);
  if (open.length === 0) return undefined;
  return { connectors: open, institutions, otherwise, ...(forwarding && { rules: rulesOf(forwarding) }) };
};
