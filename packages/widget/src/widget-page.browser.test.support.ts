import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import type { ArrivedReport } from './real-gateway.test.support.ts';
import { plainForm } from './plain-form.test.support.ts';

/** A site of its own at a real gateway. */
export const openSite = async (settings: object = {}) => {
  const site = await executeServerCommand<{ gateway: string; siteKey: string }, object>('widget-site', {
    origin: location.origin,
    settings,
  });
  return {
    ...site,
    /** Cuts the network, or no more; where the gateway `hears`, it loses only its answers. */
    setDown: (isDown: boolean, hears = false) =>
      executeServerCommand<boolean, object>('widget-down', { siteKey: site.siteKey, isDown, hears }),
    reports: () => executeServerCommand<ArrivedReport[], object>('widget-reports', { siteKey: site.siteKey }),
  };
};

/** Waits until something is there: a page on a machine under load takes its time. */
export const until = async <Value>(
  what: () => Value | Promise<Value>,
  told = String(what),
): Promise<NonNullable<Value>> => {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const value = await what();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`It did not come: ${told}`);
};

/** A place on the page for one test, gone after it. */
export const place = (html: string): HTMLElement => {
  const container = document.createElement('div');
  container.innerHTML = html;
  document.body.append(container);
  return container;
};

/** An element with the form of a region's own page in it. */
export const slotted = (site: { gateway: string; siteKey: string }, attributes = ''): string =>
  `<lapor-form gateway="${site.gateway}" site-key="${site.siteKey}" lang="id" ${attributes}>${plainForm(site)}</lapor-form>`;

/** What has the focus, through shadow roots. */
export const focused = (): Element | null => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
};

/** Types as on a keyboard. */
export const type = (text: string): Promise<void> => sendKeys({ type: text });

/** Presses one key. */
export const press = (key: string): Promise<void> => sendKeys({ press: key });
