import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Sp4nSettings } from '../../configuration/sp4n-settings.ts';
import * as z from 'zod/mini';

/** A call as it arrived. */
export interface ReceivedCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What is answered: a status and a body, or nothing at all after the call was taken. */
export type CannedAnswer =
  | { readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> }
  | 'hang'
  | 'break';

const readAll = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('latin1');
};

const write = (response: ServerResponse, answer: CannedAnswer): void => {
  if (answer === 'hang') return;
  if (answer === 'break') return void response.destroy();
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(text);
};

/** A server on loopback that answers in the shapes that integrators of V3 have seen, word for word as the test says. */
export const startCannedUpstream = async (answer: (call: ReceivedCall) => CannedAnswer) => {
  const calls: ReceivedCall[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: await readAll(request),
    };
    calls.push(call);
    write(response, answer(call));
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/lapor/3.0.0`,
    calls,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** Settings with invented ids. */
export const sampleSettings = (change: z.input<typeof Sp4nSettings> | object = {}): Sp4nSettings =>
  z.parse(Sp4nSettings, {
    baseUrl: 'http://127.0.0.1:9/lapor/3.0.0',
    authorization: 'Bearer rahasia-satu',
    token: 'rahasia-dua',
    lookUpPath: '/complaints?search=%23{marker}',
    channelId: 13,
    classifications: { complaint: 6, aspiration: 7, informationRequest: 8 },
    categories: { 'lampu-jalan': 436 },
    otherCategoryId: 15,
    locations: { '13': 113, '13.71': 1371 },
    otherLocationId: 34,
    institutions: { sumbar: 200, 'sumbar.bmckt': 201 },
    ownInstitutionId: 200,
    userId: 77,
    templates: { reply: 'T-BALAS', rating: 'T-NILAI' },
    ...change,
  });
