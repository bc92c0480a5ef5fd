import { expect } from 'chai';
import { openSite, until } from '../widget-page.browser.test.support.ts';

it('the plain page of a region has its form before the script, and the element afterwards', async () => {
  const { gateway, siteKey } = await openSite();
  const frame = document.createElement('iframe');
  frame.src = `/sumbar/?${new URLSearchParams({ gateway, siteKey })}`;
  frame.style.cssText = 'width: 100%; height: 800px';
  document.body.append(frame);
  const host = await until(() => frame.contentDocument?.querySelector('lapor-form[site-key]'));
  const form = host.querySelector('form')!;
  expect(form.getAttribute('action')).to.equal(`${gateway}/forms/${siteKey}?lang=id`);
  const title = await until(() => host.shadowRoot?.querySelector<HTMLInputElement>('#title'));
  expect(title.checkVisibility()).to.equal(true);
  expect(form.checkVisibility()).to.equal(false);
  // Its colour is the page's own, set by a custom property.
  const button = await until(() => host.shadowRoot?.querySelector('[part~="button-primary"]'));
  expect(frame.contentWindow!.getComputedStyle(button).backgroundColor).to.equal('rgb(122, 31, 31)');
  frame.remove();
}).timeout(150_000);
