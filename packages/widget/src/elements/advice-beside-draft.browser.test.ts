import { createClient } from '@lapor/client';
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { axeFindings } from '../axe.browser.test.support.ts';
import { LaporForm } from '../index.ts';
import { openForm } from '../open-form.browser.test.support.ts';
import { openSite, press, type, until } from '../widget-page.browser.test.support.ts';

LaporForm.define();

const patience = 150_000;
const phone = '0812 3456 7890';

/** A village of this browser's own: the three browsers report to one gateway, which shows the likest reports only. */
const village = `Koto ${Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => `${'bdgklmnprst'[byte % 11]}${'aiu'[byte % 3]}`).join('')}`;
const content = `Papan jembatan gantung di ${village} banyak yang lepas. Hubungi ${phone}.`;

/** A site on which somebody has reported the same before. */
const siteWithReport = async () => {
  const site = await openSite({ features: { suggestions: true } });
  const { gateway, siteKey } = site;
  const { trackingId } = await createClient({ gateway, siteKey }).reports.submit({
    classification: 'complaint',
    title: 'Jembatan gantung rusak',
    content: `${content} Berbahaya.`,
    language: 'id',
  });
  return { ...site, trackingId };
};

it('advice comes while somebody writes, moves neither focus nor caret nor button, and is used by keyboard alone', async () => {
  await setViewport({ width: 320, height: 800 }).catch(() => {});
  const site = await siteWithReport();
  const form = await openForm(site);
  await form.press('#classification');
  await form.write('#title', 'Jembatan gantung rusak');
  const field = await form.inside<HTMLTextAreaElement>('#content');
  field.focus();
  await type(content);
  field.setSelectionRange(5, 5);
  const button = await form.inside('[part~="button-primary"]');
  const before = button.getBoundingClientRect().top;
  // A browser that types slowly makes pauses, and is given advice to the first words already.
  await until(() => form.text().includes('ada data pribadi'), 'advice to all that was written');
  const line = await form.inside('#advice details > summary');
  expect(line.textContent).to.match(/^\d saran, ada data pribadi$/);
  expect(form.focused()).to.equal(field);
  expect([field.selectionStart, field.value]).to.deep.equal([5, content]);
  expect(button.getBoundingClientRect().top).to.equal(before);
  expect((await form.inside('#advice [role="status"]')).textContent).to.equal(line.textContent);

  await press('Tab');
  expect(form.focused()).to.equal(line);
  await press('Enter');
  await press('Tab');
  const mask = form.focused()!;
  expect(mask.getAttribute('aria-label')).to.equal(`Samarkan “${phone}”`);
  expect(await axeFindings(form.container)).to.deep.equal([]);
  expect(form.overflow()).to.equal(0);
  await press('Enter');
  await until(() => field.value === content.replace(phone, '[disamarkan]'));
  expect(form.focused()).to.equal(mask);
  await until(() => mask.getAttribute('aria-label') === `Kembalikan “${phone}”`);
  await press('Enter');
  await until(() => field.value === content);
  expect(form.focused()).to.equal(mask);

  const follow = await form.inside<HTMLAnchorElement>(`#advice a[href*="number=${site.trackingId}"]`);
  expect(follow.href).to.equal(`${site.gateway}/forms/status?number=${site.trackingId}&lang=id`);
  expect(follow.textContent).to.equal('Ikuti laporan ini');
  follow.focus();
  await press('Tab');
  expect(form.focused()?.textContent?.trim()).to.equal('Saya juga mengalaminya');
  await press('Enter');
  await until(() => form.text().includes('Dukungan Anda tercatat. Anda boleh berhenti di sini'));
  const { gateway, siteKey } = site;
  expect((await createClient({ gateway, siteKey }).reports.get(site.trackingId)).supportCount).to.equal(1);
  expect(field.value).to.equal(content);
  expect(await axeFindings(form.container)).to.deep.equal([]);
  form.container.remove();
}).timeout(patience);

it('a passage that is hidden stays hidden in the report, and the chosen institution travels with it', async () => {
  const site = await siteWithReport();
  const form = await openForm(site, 'theme="dark"');
  await form.press('#classification');
  await form.write('#title', 'Jembatan gantung rusak');
  await form.write('#content', content);
  await form.press('#advice details > summary');
  await form.press('#advice li button');
  await until(() => form.text().includes('Sudah disamarkan.'));
  for (const step of ['Tempat dan waktu', 'Tentang Anda', 'Periksa dan kirim']) {
    await form.goOn();
    await form.heading(step);
  }
  expect((await form.inside('dl')).textContent).to.contain('Hubungi [disamarkan].');
  expect(form.text()).to.contain('Tidak tahu, serahkan kepada admin');
  await until(() => form.host.shadowRoot?.querySelector('#advice details[open]'));
  expect(await axeFindings(form.container)).to.deep.equal([]);
  await form.goOn();
  await form.heading('Laporan Anda sudah kami terima');
  const all = await site.reports();
  expect(all.map((report) => report.content)).to.contain(content.replace(phone, '[disamarkan]'));
  form.container.remove();
}).timeout(patience);

/** Gateways as they should not be, by how they answer. */
const badGateways: Record<string, () => Promise<Response>> = {
  'cannot be reached': () => Promise.reject(new TypeError('Failed to fetch')),
  'answers HTML': async () => new Response('<h1>502</h1>', { headers: { 'content-type': 'text/html' } }),
  'tells what is no advice': async () => Response.json({ institutions: 'all', similar: [{}] }),
  'points at passages that are not there': async () =>
    Response.json({
      institutions: [],
      leaveToCoordinator: false,
      similar: [],
      personalData: [{ field: 'content', kind: 'phoneNumber', start: 900, end: 20, message: 'Nomor' }],
      missing: [],
    }),
  'never answers': () => new Promise(() => {}),
};

for (const [how, answer] of Object.entries(badGateways))
  it(`a gateway that ${how} when it is asked for advice keeps nobody from reporting`, async () => {
    const site = await openSite({ features: { suggestions: true } });
    const send = globalThis.fetch;
    let asked = 0;
    globalThis.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (!url.endsWith('/v1/suggestions')) return send(input, init);
      asked += 1;
      return answer();
    };
    try {
      const form = await openForm(site);
      await form.press('#classification');
      await form.write('#title', 'Jembatan gantung rusak');
      await form.write('#content', content);
      await until(() => asked > 0);
      for (const step of ['Tempat dan waktu', 'Tentang Anda', 'Periksa dan kirim', 'Laporan Anda sudah kami terima']) {
        await form.goOn();
        await form.heading(step);
        expect(form.host.shadowRoot?.querySelector('#advice details') ?? null).to.equal(null);
      }
      expect((await site.reports()).map((report) => report.content)).to.deep.equal([content]);
      form.container.remove();
    } finally {
      globalThis.fetch = send;
    }
  }).timeout(patience);

it('a site that wants no suggestions is never asked for any', async () => {
  const site = await openSite({ features: { suggestions: false } });
  const send = globalThis.fetch;
  const asked: string[] = [];
  globalThis.fetch = (input, init) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return send(input, init);
  };
  try {
    const form = await openForm(site);
    await form.write('#content', content);
    await until(() => asked.some((url) => url.includes('/v1/categories')));
    await form.write('#content', `${content} Tolong segera diperbaiki.`);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(asked.filter((url) => url.endsWith('/v1/suggestions'))).to.deep.equal([]);
    form.container.remove();
  } finally {
    globalThis.fetch = send;
  }
}).timeout(patience);
