import { place, until } from './widget-page.browser.test.support.ts';

/** A form on the page of the test, with what a test does to it. */
export const openForm = async (
  { gateway, siteKey }: { gateway: string; siteKey: string },
  attributes = '',
  lang = 'id',
) => {
  const container = place(
    `<lapor-form gateway="${gateway}" site-key="${siteKey}" lang="${lang}" ${attributes}></lapor-form>`,
  );
  const host = container.querySelector('lapor-form')!;
  const inside = <Kind extends Element = HTMLInputElement>(selector: string): Promise<Kind> =>
    until(() => host.shadowRoot?.querySelector<Kind>(selector), selector);
  await inside('#title');
  return {
    container,
    host,
    inside,
    /** What has the focus in the form. */
    focused: (): Element | null => host.shadowRoot!.activeElement,
    text: (): string => host.shadowRoot!.querySelector('form')!.textContent.replace(/\s+/g, ' '),
    async write(selector: string, value: string): Promise<void> {
      const control = await inside(selector);
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    },
    async press(selector: string): Promise<void> {
      (await inside<HTMLElement>(selector)).click();
    },
    async goOn(): Promise<void> {
      (await inside<HTMLElement>('[part~="button-primary"]')).click();
    },
    heading: (text: string) =>
      until(() => host.shadowRoot?.querySelector('#step')?.textContent?.includes(text), `the step ${text}`),
    /** Widest thing inside, in pixels beyond the form's own width. */
    overflow(): number {
      const form = host.shadowRoot!.querySelector('form')!;
      return form.scrollWidth - form.clientWidth;
    },
  };
};
