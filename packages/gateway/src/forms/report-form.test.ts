import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { pdfOf, photoWithPlace } from '../attachments/attachments.test.support.ts';
import { storedRows } from '../promises/stored-rows.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import {
  createVisitor,
  faultAt,
  type Filled,
  numberOn,
  type SeenPage,
  tokenOn,
  typedReport,
  valuesIn,
} from './visitor.test.support.ts';

onBothDatabases('the form without script', (opened) => {
  const visitor = createVisitor(() => opened().gateway);
  const wait = (seconds: number) =>
    opened().clock.set(`${new Date(Date.parse(opened().clock.now()) + seconds * 1000).toISOString().slice(0, 19)}Z`);
  const countReports = async () =>
    Number(
      (await opened().gateway.engine.database.query<{ count: string }>('select count(*) as count from report', []))[0]
        ?.count,
    );
  const checked = async (change: Filled = {}): Promise<SeenPage> =>
    visitor.press(await visitor.open(), 'review', { ...typedReport, ...change });
  const sent = async (change: Filled = {}): Promise<SeenPage> => {
    const page = await checked(change);
    wait(10);
    return visitor.press(page, 'send');
  };
  const photo = async (name = 'foto jalan.jpg') => new File([await photoWithPlace()], name, { type: 'image/jpeg' });

  test('a report with a photo is filed, and its receipt can be opened again for a while without sending again', async () => {
    const before = await countReports();
    const receipt = await sent({ attachments: await photo() });
    assert.equal(receipt.status, 200, receipt.html);
    assert.match(receipt.url, /\/forms\/pk_test_sumbar\/receipt\?lang=id&ticket=/);
    assert.match(tokenOn(receipt), new RegExp(`^rt_${numberOn(receipt)}_`));
    assert.ok(!receipt.url.includes('rt_'), 'no key in an address');
    const again = await visitor.ask(receipt.url);
    assert.equal(numberOn(again), numberOn(receipt));
    assert.equal(await countReports(), before + 1);

    const { body } = await opened().call('GET', `/v1/reports/${numberOn(receipt)}`, { key: tokenOn(receipt) });
    assert.equal(body.own.content, 'Tiga lampu di depan pasar padam sejak Senin malam.\n\nPejalan kaki kesulitan.');
    assert.deepEqual(
      body.own.attachments.map(({ name }: { name: string }) => name),
      ['foto jalan.jpg'],
    );
    assert.equal(body.place.regionCode, '13.71');
    wait(16 * 60);
    const late = await visitor.ask(receipt.url);
    assert.equal(late.status, 410);
    assert.doesNotMatch(late.html, /rt_\d/);
  });

  test('pressing twice, and going back to press again, gives one report and the same receipt, also with a photo', async () => {
    const before = await countReports();
    const page = await checked({ attachments: await photo() });
    wait(10);
    const receipts = await Promise.all([visitor.press(page, 'send'), visitor.press(page, 'send')]);
    receipts.push(await visitor.press(page, 'send'));
    // A tab that is found again long after its form has grown too old.
    wait(3 * 24 * 3600);
    receipts.push(await visitor.press(page, 'send'));
    assert.equal(
      new Set(receipts.map(numberOn)).size,
      1,
      receipts.map(({ status, html }) => `${status} ${html}`).join('\n'),
    );
    assert.equal(new Set(receipts.map(tokenOn)).size, 1);
    assert.equal(await countReports(), before + 1);
  });

  test('a form that was sent and then changed is told so, and becomes another report only when it is sent once more', async () => {
    const page = await checked();
    wait(10);
    const first = await visitor.press(page, 'send');
    const changed = await visitor.press(page, 'send', { title: 'Lampu taman padam' });
    assert.equal(changed.status, 422);
    assert.match(changed.html, /sudah terkirim sebelumnya/);
    wait(10);
    const second = await visitor.press(changed, 'send');
    assert.notEqual(numberOn(second), numberOn(first));
    assert.match(numberOn(second), /^\d+$/);
  });

  test('what is wrong stands beside its field and in the summary, and everything typed is still there', async () => {
    const page = await visitor.press(await visitor.open(), 'review', {
      ...typedReport,
      title: '',
      email: 'bukan alamat',
      incidentDate: '2027-01-01',
      name: 'Rosnida <b>"Tebal"</b>',
      confidential: 'yes',
    });
    assert.equal(page.status, 422);
    for (const id of ['title', 'email', 'incidentDate']) {
      const fault = faultAt(page, id) ?? '';
      assert.ok(fault.length > 5, id);
      assert.ok(page.html.includes(`<a href="#${id}">${fault}</a>`), `the summary leads to ${id}`);
      assert.match(
        page.html,
        new RegExp(`id="${id}"[^>]*aria-describedby="${id}-hint ${id}-error"[^>]*aria-invalid="true"`),
      );
    }
    assert.match(page.html, /<title>Perlu diperbaiki: /);
    const values = new Map(valuesIn(page.html));
    assert.equal(values.get('content'), typedReport.content);
    assert.equal(values.get('name'), 'Rosnida <b>"Tebal"</b>');
    assert.equal(values.get('region'), '13.71');
    assert.equal(values.get('confidential'), 'yes');
    assert.equal(values.get('classification'), 'complaint');
    assert.doesNotMatch(page.html, /<b>/);
  });

  test('a file that was taken need not be chosen again, and can be taken out', async () => {
    const page = await visitor.press(await visitor.open(), 'review', {
      ...typedReport,
      title: '',
      attachments: [await photo('satu.jpg'), await photo('dua.jpg')],
    });
    assert.match(page.html, /satu\.jpg/);
    const ids = valuesIn(page.html)
      .filter(([name]) => name === 'file')
      .map(([, id]) => id);
    assert.equal(ids.length, 2);
    const without = await visitor.press(page, 'review', { title: 'Lampu padam', removeFile: ids[0]! });
    assert.doesNotMatch(without.html, /satu\.jpg/);
    wait(10);
    const receipt = await visitor.press(without, 'send');
    const { body } = await opened().call('GET', `/v1/reports/${numberOn(receipt)}`, { key: tokenOn(receipt) });
    assert.deepEqual(
      body.own.attachments.map(({ name }: { name: string }) => name),
      ['dua.jpg'],
    );
  });

  test('a photo as large as phones make them is made to fit; what is no photo and too large is refused by name', async () => {
    const large = new File([await photoWithPlace(5000, 3600)], 'besar.jpg', { type: 'image/jpeg' });
    assert.ok(large.size > 2 * 1024 * 1024);
    assert.equal((await checked({ attachments: large })).status, 200);
    const letter = new File([new Uint8Array(pdfOf(3 * 1024 * 1024))], 'surat.pdf', { type: 'application/pdf' });
    const refused = await checked({ attachments: letter });
    assert.match(faultAt(refused, 'attachments') ?? '', /surat\.pdf.*terlalu besar/);
    const program = new File(['MZ not a picture'], 'foto.jpg', { type: 'image/jpeg' });
    assert.match(faultAt(await checked({ attachments: program }), 'attachments') ?? '', /foto\.jpg/);
    const many = await checked({
      attachments: await Promise.all(['1', '2', '3', '4', '5', '6'].map((n) => photo(`${n}.jpg`))),
    });
    assert.match(faultAt(many, 'attachments') ?? '', /paling banyak 5/);
  });

  test('a file that is kept no more is told of, and can be chosen again', async () => {
    const page = await checked({ attachments: await photo('lama.jpg') });
    wait(2 * 24 * 3600);
    const late = await visitor.press(page, 'send');
    assert.equal(late.status, 422);
    assert.match(faultAt(late, 'attachments') ?? '', /tidak kami simpan.*Pilih lagi/);
    assert.doesNotMatch(late.html, /lama\.jpg/);
    const again = await visitor.press(late, 'review', { attachments: await photo('baru.jpg') });
    wait(10);
    const receipt = await visitor.press(again, 'send');
    assert.match(numberOn(receipt), /^\d+$/, receipt.html);
  });

  test('another person’s file cannot be attached by its id', async () => {
    const mine = await visitor.press(await visitor.open('', testKeys.padangSite), 'review', {
      ...typedReport,
      attachments: await photo('rahasia.jpg'),
    });
    const [, id = ''] = valuesIn(mine.html).find(([name]) => name === 'file') ?? [];
    assert.ok(id);
    const page = await checked({ file: id });
    assert.doesNotMatch(page.html, /rahasia\.jpg/);
  });

  test('a category’s own questions are asked on the second page, and a required one is required', async () => {
    const page = await checked({ category: 'lampu-jalan' });
    assert.match(page.html, /Nomor tiang/);
    assert.equal(faultAt(page, 'answer.nomor-tiang'), undefined, 'nobody is told of a fault before being asked');
    wait(10);
    const missing = await visitor.press(page, 'send');
    assert.equal(missing.status, 422);
    assert.ok(faultAt(missing, 'answer.nomor-tiang'));
    const receipt = await visitor.press(missing, 'send', { 'answer.nomor-tiang': 'PJU-117', exactRegion: '13.71.04' });
    const { body } = await opened().call('GET', `/v1/reports/${numberOn(receipt)}`, { key: tokenOn(receipt) });
    assert.deepEqual([body.own.answers, body.place.regionCode], [{ 'nomor-tiang': 'PJU-117' }, '13.71.04']);
  });

  test('going back and forth between the pages loses neither answers nor the exact region', async () => {
    const change = { 'answer.nomor-tiang': 'PJU-117', exactRegion: '13.71.04' };
    const form = await visitor.press(await checked({ category: 'lampu-jalan' }), 'edit', change);
    const check = await visitor.press(form, 'review', { title: 'Lampu padam di Jalan Melati' });
    const values = new Map(valuesIn(check.html));
    assert.deepEqual([values.get('answer.nomor-tiang'), values.get('exactRegion')], ['PJU-117', '13.71.04']);
    // The exact region goes with the region that it lies in.
    const moved = await visitor.press(await visitor.press(check, 'edit'), 'review', { region: '13.06' });
    wait(10);
    const receipt = await visitor.press(moved, 'send');
    const { body } = await opened().call('GET', `/v1/reports/${numberOn(receipt)}`, { key: tokenOn(receipt) });
    assert.equal(body.place.regionCode, '13.06');
  });

  test('each page tells of what can be put right on it, and every fault leads to its control', async () => {
    const targetsOf = ({ html }: SeenPage) => [...html.matchAll(/<a href="#([^"]+)">/g)].map(([, id]) => id);
    const form = await visitor.press(await visitor.open(), 'review', {
      ...typedReport,
      category: 'lampu-jalan',
      title: '',
    });
    assert.deepEqual(targetsOf(form), ['title']);
    const check = await visitor.press(await visitor.press(form, 'review', { title: 'Lampu padam' }), 'send');
    assert.deepEqual(targetsOf(check), ['answer.nomor-tiang']);
    assert.match(check.html, /<a href="#answer\.nomor-tiang">Tentang “Nomor tiang”: Jawab pertanyaan ini\.<\/a>/);
    for (const page of [form, check])
      for (const id of targetsOf(page)) assert.ok(page.html.includes(` id="${id}"`), `${id} is on the page`);
  });

  test('a form on a page of the region’s own leads here with everything that was typed', async () => {
    const before = await countReports();
    for (const body of [
      new URLSearchParams({
        title: 'Jalan berlubang',
        content: 'Lubang besar di depan sekolah.',
        classification: 'complaint',
      }),
      Object.entries({ title: 'Jalan berlubang', content: 'Lubang besar di depan sekolah.' }).reduce(
        (form, [name, value]) => (form.append(name, value), form),
        new FormData(),
      ),
    ]) {
      const page = await visitor.ask(`/forms/${testKeys.site}`, {
        method: 'POST',
        body,
        headers: { origin: 'https://sumbar.example' },
      });
      assert.equal(page.status, 200);
      assert.match(page.html, /sudah kami bawa ke sini/);
      assert.equal(new Map(valuesIn(page.html)).get('title'), 'Jalan berlubang');
      const check = await visitor.press(page, 'review', { classification: 'complaint' });
      wait(10);
      assert.match(numberOn(await visitor.press(check, 'send')), /^\d+$/);
    }
    assert.equal(await countReports(), before + 2);
  });

  test('only pages of the site and of the gateway may post a form, as far as a browser tells where it comes from', async () => {
    const page = await visitor.open();
    for (const [origin, status] of [
      ['https://sumbar.example', 200],
      ['http://localhost:1708', 200],
      ['https://localhost:1708', 200],
      ['null', 200],
      ['https://jahat.example', 403],
      ['https://sumbar.example.jahat.example', 403],
      ['https://padang.example', 403],
    ] as const)
      assert.equal((await visitor.press(page, 'review', typedReport, { origin })).status, status, origin);
    assert.equal((await visitor.press(page, 'review', typedReport, {})).status, 200);
  });

  test('a program that fills in everything, or does not wait, sends nothing; and nothing that was typed is lost', async () => {
    const before = await countReports();
    const page = await checked();
    const fast = await visitor.press(page, 'send');
    wait(10);
    const trapped = await visitor.press(page, 'send', { website: 'https://spam.example' });
    const forged = await visitor.press(page, 'send', {
      stamp: '00000000-0000-4000-8000-000000000000.1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    });
    wait(2 * 24 * 3600);
    const late = await visitor.press(page, 'send');
    for (const seen of [fast, trapped, late]) {
      assert.equal(seen.status, 422);
      assert.match(seen.html, /Laporan belum terkirim/);
    }
    for (const seen of [fast, trapped, forged, late])
      assert.equal(new Map(valuesIn(seen.html)).get('title'), typedReport.title);
    assert.equal(new Map(valuesIn(trapped.html)).get('website'), '');
    assert.equal(await countReports(), before);
    wait(10);
    assert.match(numberOn(await visitor.press(late, 'send')), /^\d+$/);
  });

  test('a site with a proof of work takes forms all the same, and one that asks for consent insists on it', async () => {
    const { engine } = opened().gateway;
    const settings = {
      name: 'Situs sumbar',
      features: { challenge: true },
      limits: { required: ['landmark', 'contact'] },
      privacyNotice: {
        version: '7',
        controller: 'Diskominfo',
        text: 'Untuk menangani laporan.',
        contact: 'pdp@sumbar.example',
        basis: 'consent',
      },
    };
    await engine.database.query(`update site set settings = $1::jsonb where id = 'sumbar'`, [JSON.stringify(settings)]);
    engine.sites.clear();
    const refused = await checked();
    assert.deepEqual(
      ['landmark', 'email', 'privacyNotice'].map((id) => typeof faultAt(refused, id)),
      ['string', 'string', 'string'],
    );
    const page = await visitor.press(refused, 'review', {
      landmark: 'Depan pasar',
      phone: '0812 3456 7890',
      privacyNotice: 'yes',
    });
    wait(10);
    const receipt = await visitor.press(page, 'send');
    assert.match(numberOn(receipt), /^\d+$/, receipt.html);
    const [row] = await engine.database.query<{ notice_version: string }>(
      'select notice_version from report where tracking_id = $1',
      [numberOn(receipt)],
    );
    assert.equal(row?.notice_version, '7');
    await engine.database.query(`update site set settings = '{"name":"Situs sumbar"}' where id = 'sumbar'`, []);
    engine.sites.clear();
  });

  test('every page forbids everything but its own style, has no script, and tells nobody where it stood', async () => {
    const pages = [
      await visitor.open(),
      await checked(),
      await sent(),
      await visitor.open('/status'),
      await visitor.open('', 'pk_unknown'),
    ];
    for (const { headers, html } of pages) {
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(
        policy,
        /^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      );
      assert.equal(headers.get('referrer-policy'), 'same-origin');
      assert.doesNotMatch(html, /<script|javascript:| on[a-z]+="| style="/i);
    }
    assert.deepEqual(
      pages.map(({ status }) => status),
      [200, 200, 200, 200, 404],
    );
  });

  test('what people write is text on every page', async () => {
    const title = '<script>alert(1)</script> "kutip" & <img src=x onerror=alert(1)>';
    const check = await checked({ title, landmark: '"><b>x</b>', name: "' onfocus='x" });
    const receipt = await sent({ title });
    const status = await visitor.press(receipt, 'open');
    for (const { html } of [check, status]) {
      assert.doesNotMatch(html, /<script|<img|<b>x/);
      assert.ok(html.includes('&lt;script&gt;'));
    }
  });

  test('the language is that of the address, then of the browser', async () => {
    const english = await visitor.ask(`/forms/${testKeys.site}?lang=en`);
    assert.match(english.html, /<html lang="en">/);
    const next = await visitor.press(english, 'review', { ...typedReport, title: '' });
    assert.match(next.html, /<html lang="en">.*Other ways to report/s);
    const asked = await visitor.ask(`/forms/${testKeys.site}`, { headers: { 'accept-language': 'en-GB,en;q=0.9' } });
    assert.match(asked.html, /<html lang="en">/);
  });

  test('without a site there is no form, and a program is told in a problem document', async () => {
    assert.equal((await visitor.open('', 'pk_unknown')).status, 404);
    const program = createVisitor(() => opened().gateway, { accept: 'application/json' });
    const { status, html } = await program.open('', 'pk_unknown');
    assert.deepEqual([status, JSON.parse(html).code], [404, 'notFound']);
    const { status: secret } = await visitor.open('', testKeys.admin);
    assert.equal(secret, 404);
    const put = await visitor.ask(`/forms/${testKeys.site}`, { method: 'PUT' });
    assert.deepEqual([put.status, put.headers.get('allow')], [405, 'GET, POST']);
  });

  test('looking and checking leave nothing behind but files', async () => {
    const { database } = opened().gateway.engine;
    const before = await storedRows(database);
    await checked();
    await visitor.open('/status');
    assert.deepEqual(await storedRows(database), before);
  });
});
