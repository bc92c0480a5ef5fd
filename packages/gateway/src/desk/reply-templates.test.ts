import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';

const { admin, liaison, otherLiaison, padangAdmin } = testKeys;

onBothDatabases('prepared answers', (opened) => {
  const path = '/v1/desk/templates';
  const create = async (key: string, name: string) =>
    (await opened().call('POST', path, { key, body: { name, text: 'Terima kasih, {{reporter}}.' } })).body;
  const names = async (key: string) =>
    (await opened().call('GET', path, { key })).body.items.map((template: { name: string }) => template.name);

  test('are one’s own and those of the institutions above', async () => {
    await create(admin, 'Provinsi');
    await create(liaison, 'Dinas');
    assert.deepEqual(await names(liaison), ['Dinas', 'Provinsi']);
    assert.deepEqual(await names(admin), ['Provinsi']);
    assert.deepEqual(await names(otherLiaison), ['Provinsi']);
    assert.deepEqual(await names(padangAdmin), []);
  });

  test('are changed and removed by their own institution, not by one that only uses them', async () => {
    const { id } = await create(admin, 'Akan diubah');
    const change = { name: 'Diubah', text: 'Halo {{institution}}' };
    assert.equal(
      (await opened().call('PUT', `${path}/${id}`, { key: liaison, body: change })).body.code,
      'actionNotAllowed',
    );
    assert.equal((await opened().call('DELETE', `${path}/${id}`, { key: liaison })).status, 403);
    assert.equal((await opened().call('PUT', `${path}/${id}`, { key: padangAdmin, body: change })).status, 404);
    const changed = await opened().call('PUT', `${path}/${id}`, { key: admin, body: change });
    assert.deepEqual(changed.body, { id, institutionId: 'sumbar', ...change });
    assert.equal((await opened().call('DELETE', `${path}/${id}`, { key: admin })).status, 204);
    assert.equal((await opened().call('DELETE', `${path}/${id}`, { key: admin })).status, 404);
  });

  test('of an institution below are not there for the one above: nobody there could use them', async () => {
    const { id } = await create(liaison, 'Hanya dinas');
    assert.equal((await opened().call('DELETE', `${path}/${id}`, { key: admin })).status, 404);
  });
});
