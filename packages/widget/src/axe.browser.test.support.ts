import type axeCore from 'axe-core';

type Page = Window & typeof globalThis & { axe?: typeof axeCore };

/** axe is no module: a page loads it as a script, and judges itself. A strict page has loaded it already. */
const loadAxe = async (page: Document): Promise<typeof axeCore> => {
  const view = page.defaultView as Page;
  if (view.axe) return view.axe;
  const script = page.createElement('script');
  script.src = '/widget/axe.js';
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => reject(new Error('There is no axe.')));
    page.head.append(script);
  });
  return view.axe!;
};

/** What axe finds wrong with an element and what is in it, or with a whole page: each with where and why. */
export const axeFindings = async (host: Element | Document): Promise<string[]> => {
  const axe = await loadAxe(host.ownerDocument ?? host);
  const { violations } = await axe.run(host, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
};
