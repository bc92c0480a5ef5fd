import assert from 'node:assert/strict';
import { DeskReport } from '@lapor/schemas';
import * as z from 'zod/mini';
import type { TestGateway } from '../both-databases.test.support.ts';
import { type TestAnswer, sampleReport, testKeys } from '../test-gateway.test.support.ts';

/** The calls of a desk, shorter to write. `opened` gives the gateway once tests run. */
export const deskCalls = (opened: () => TestGateway) => {
  const act = (
    key: string,
    trackingId: string,
    action: object,
    headers: Record<string, string> = {},
  ): Promise<TestAnswer> =>
    opened().call('POST', `/v1/desk/reports/${trackingId}/actions`, { key, body: action, headers });

  return {
    /** Files a report and answers its receipt. */
    async submit(
      change: object = {},
      key: string = testKeys.site,
    ): Promise<{ trackingId: string; token: string; owner: { id: string } }> {
      const answer = await opened().call('POST', '/v1/reports', { key, body: sampleReport(change) });
      assert.equal(answer.status, 201, JSON.stringify(answer.body));
      return answer.body;
    },
    act,
    /** Acts, and expects that it is done. */
    async done(key: string, trackingId: string, action: object): Promise<DeskReport> {
      const answer = await act(key, trackingId, action);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return z.parse(DeskReport, answer.body);
    },
    read: (key: string, trackingId: string): Promise<TestAnswer> =>
      opened().call('GET', `/v1/desk/reports/${trackingId}`, { key }),
    list: (key: string, query = ''): Promise<TestAnswer> => opened().call('GET', `/v1/desk/reports?${query}`, { key }),
    audit: (key: string, trackingId: string): Promise<TestAnswer> =>
      opened().call('GET', `/v1/desk/reports/${trackingId}/audit`, { key }),
    /** A finished upload of a key's, without the way there. */
    async upload(key: string, name = 'foto.jpg'): Promise<string> {
      const { database, attachments } = opened().gateway.engine;
      const id = `upl_${crypto.randomUUID().replaceAll('-', '')}`;
      const storeKey = `${id.slice(-2)}/${id}/file-1`;
      await attachments.put(storeKey, new TextEncoder().encode(`bytes of ${name}`));
      await database.query(
        `insert into upload (id, key_id, name, media_type, length, received, bytes, state, store_key, created_at, expires_at)
         values ($1, $2, $3, 'image/jpeg', 20, 20, 20, 'ready', $4, '2026-03-10T01:00:00Z', '2026-03-11T01:00:00Z')`,
        [id, `key:${key.slice(3)}`, name, storeKey],
      );
      return id;
    },
  };
};
