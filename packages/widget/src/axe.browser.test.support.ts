import type axeCore from 'axe-core';

/** axe is no module: a page loads it as a script. */
const loading = new Promise<typeof axeCore>((resolve, reject) => {
  const script = document.createElement('script');
  script.src = '/widget/axe.js';
  script.addEventListener('load', () => resolve((globalThis as unknown as { axe: typeof axeCore }).axe));
  script.addEventListener('error', () => reject(new Error('There is no axe.')));
  document.head.append(script);
});

/** What axe finds wrong, each with where. */
export const faultsOf = async (host: Element): Promise<string[]> => {
  const axe = await loading;
  const { violations } = await axe.run(host, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
};
