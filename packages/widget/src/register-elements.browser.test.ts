import { expect } from 'chai';
import { LaporForm } from './index.ts';
import { registerElements } from './register-elements.ts';
import { place, until } from './widget-page.browser.test.support.ts';

it('of two versions on a page the first one stays, and whoever looks after the page is warned once', async () => {
  const said: unknown[] = [];
  const { warn } = console;
  console.warn = (...words: unknown[]) => void said.push(words[0]);
  registerElements();
  registerElements();
  class LaterVersion extends LaporForm {}
  LaterVersion.define();
  console.warn = warn;
  expect(customElements.get('lapor-form')).to.equal(LaporForm);
  expect(said).to.have.length(1);
  expect(said[0]).to.include('two versions');
  const form = place('<lapor-form gateway="http://127.0.0.1:9" site-key="pk_test"></lapor-form>').firstElementChild!;
  await until(() => form.shadowRoot?.querySelector('#title'), 'the form');
});
