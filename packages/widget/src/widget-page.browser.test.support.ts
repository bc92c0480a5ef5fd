import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import type { ArrivedReport } from './real-gateway.test.support.ts';

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

/** The form as it stands in a page of a region's own, before any script: what `lapor-gateway snippet` prints. */
export const slotted = ({ gateway, siteKey }: { gateway: string; siteKey: string }, attributes = ''): string => `
<lapor-form gateway="${gateway}" site-key="${siteKey}" lang="id" ${attributes}>
  <form method="post" action="${gateway}/forms/${siteKey}?lang=id" accept-charset="utf-8">
    <fieldset>
      <legend>Klasifikasi laporan</legend>
      <label><input type="radio" name="classification" value="complaint"> Pengaduan</label>
      <label><input type="radio" name="classification" value="aspiration"> Aspirasi</label>
      <label><input type="radio" name="classification" value="informationRequest"> Permintaan Informasi</label>
    </fieldset>
    <p><label for="lapor-title">Judul laporan</label><br><input id="lapor-title" name="title" type="text" maxlength="255"></p>
    <p><label for="lapor-content">Isi laporan</label><br><textarea id="lapor-content" name="content" rows="6" cols="40"></textarea></p>
    <p><button type="submit">Lanjutkan dan periksa</button></p>
  </form>
</lapor-form>`;

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
