import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Institution } from '@lapor/schemas';
import { createKey } from './key-admin.ts';
import { createSite } from './site-admin.ts';
import { openTestGateway } from '../test-gateway.test.support.ts';
import { addInstitution } from './add-institution.ts';

let opened: Awaited<ReturnType<typeof openTestGateway>>;
before(async () => void (opened = await openTestGateway()));
after(() => opened.gateway.close());

const errand = { authority: { role: 'operator' }, language: 'id', now: '2026-03-10T02:00:00Z' } as const;

const office: Institution = {
  id: 'sumbar.pendidikan',
  name: 'Dinas Pendidikan',
  kind: 'office',
  parentId: 'sumbar',
  regionCode: '13',
  isCoordinator: false,
};

test('an operator adds an institution, its site and its keys without a call, and they work', async () => {
  const { engine } = opened.gateway;
  await addInstitution(engine, office, errand);
  engine.directory.clear();
  const site = await createSite(
    engine,
    { institutionId: office.id, name: 'Sekolah', regionCode: '13', origins: [] },
    errand,
  );
  engine.sites.clear();
  const publishable = await createKey(engine, { kind: 'publishable', siteId: site.id, name: 'Situs' }, errand);
  const secret = await createKey(
    engine,
    { kind: 'secret', institutionId: office.id, role: 'liaisonOfficer', name: 'Sistem' },
    errand,
  );
  engine.keys.clear();
  assert.equal(
    (await opened.call('GET', '/v1/site', { key: publishable.key })).body.institution.name,
    'Dinas Pendidikan',
  );
  assert.equal((await opened.call('GET', '/v1/desk/reports', { key: secret.key })).status, 200);
  assert.ok((await engine.directory.get()).isWithin(office.id, 'sumbar'));
});

test('an institution is not added twice, nor below one that does not exist, nor for a region that does not', async () => {
  const { engine } = opened.gateway;
  await assert.rejects(() => addInstitution(engine, { ...office, id: 'sumbar.sosial' }, errand), { code: 'conflict' });
  await assert.rejects(
    () => addInstitution(engine, { ...office, id: 'baru', parentId: 'tidak-ada', regionCode: '99' }, errand),
    (error: { notes: { errors: { pointer: string }[] } }) =>
      error.notes.errors.map((one) => one.pointer).join() === '/parentId,/regionCode',
  );
});
