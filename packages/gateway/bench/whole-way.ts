import { Agent, request } from 'undici';
import { newReport, withKey } from './calls.ts';

const connections = new Agent({ connections: 32 });

let attempts = 0;

const post = async (url: string, key: string, body: object): Promise<Record<string, string>> => {
  const answer = await request(url, {
    method: 'POST',
    headers: {
      ...withKey(key),
      'content-type': 'application/json',
      'idempotency-key': `whole-way-${process.pid}-${(attempts += 1)}`,
    },
    body: JSON.stringify(body),
    dispatcher: connections,
  });
  const told = (await answer.body.json()) as Record<string, string>;
  // Refusals are quick: a gateway that refuses would win.
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${JSON.stringify(told)}`);
  return told;
};

/**
 * Takes one report its whole way: filed, verified, disposed, begun, answered, confirmed; six calls.
 *
 * @param urls gateways on one database: every call goes to the next of them.
 */
export const takeWholeWay = async (urls: readonly string[], number: number): Promise<void> => {
  let step = number;
  const next = (): string => urls[(step += 1) % urls.length] ?? '';
  const { trackingId, token = '' } = await post(`${next()}/v1/reports`, 'pk_demo_sumbar', newReport(number));
  const act = (key: string, action: object) => post(`${next()}/v1/desk/reports/${trackingId}/actions`, key, action);
  await act('sk_demo_sumbar', { type: 'verify' });
  await act('sk_demo_sumbar', { type: 'dispose', to: 'sumbar.dinas-bmcktr', reason: 'Jalan ini milik provinsi.' });
  await act('sk_demo_sumbar_liaison', { type: 'startFollowUp', plan: 'Tim memeriksa tempat ini besok pagi.' });
  await act('sk_demo_sumbar_liaison', {
    type: 'respond',
    message: 'Sudah diperbaiki. Terima kasih atas laporan Anda.',
  });
  await post(`${next()}/v1/reports/${trackingId}/confirmation`, token, { rating: 5, comment: 'Sudah terang lagi.' });
};
