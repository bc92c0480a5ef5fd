import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What a call is about. */
export type Stage = 'files' | 'create' | 'look' | 'message' | 'poll';

/** What can befall a call on its way there and back. */
export const faults = [
  /** It is done, and the answer comes when nobody waits for it any more. */
  'late',
  /** It is done, and an error of the server is answered. */
  'errorAfterSuccess',
  /** It is done, and a page of HTML is answered with 200. */
  'garbage',
  /** It is done, and the answer is written twice. */
  'twice',
  /** The network delivers it twice, and the first answer comes back: both are done. */
  'deliveredTwice',
  /** It is done, and the line breaks. */
  'breakAfterSuccess',
  /** It is not done, and there is no answer. */
  'nothing',
  /** It is not done, and an error of the server is answered. */
  'errorBefore',
  /** It is not done, and the caller is asked to come later. */
  'limit',
] as const;
export type Fault = (typeof faults)[number];

/** What a call of V3 is about. */
export const stageOf = (method: string, path: string): Stage => {
  if (path.includes('/complaint/file')) return 'files';
  if (path.includes('/followup/add')) return 'message';
  if (method === 'POST') return 'create';
  return path.includes('search=') ? 'look' : 'poll';
};

/** The body of a call. */
export const readCall = async (request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new Uint8Array(Buffer.concat(parts));
};

/** Brings a call to the server. */
export const bringCall = (
  target: string,
  request: IncomingMessage,
  body: Uint8Array<ArrayBuffer>,
): Promise<Response> => {
  const headers = new Headers();
  for (const name of ['authorization', 'token', 'content-type']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const method = request.method ?? 'GET';
  return fetch(`${target}${request.url}`, { method, headers, ...(method === 'POST' && { body }) });
};

const answerWith = (response: ServerResponse, status: number, body: string | Buffer, headers = {}): void =>
  void response.writeHead(status, headers).end(body);

/**
 * A line to a real server on which calls are lost on the way there or back. What it does to which call is asked for each.
 *
 * @param patience seconds that a caller waits.
 */
export const startFaultyLine = async (
  target: string,
  patience: number,
  decide: (stage: Stage) => Fault | undefined,
) => {
  const seen = new Map<string, number>();
  let isCalm = false;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readCall(request);
    const stage = stageOf(request.method ?? '', request.url ?? '');
    const fault = isCalm ? undefined : decide(stage);
    const name = `${stage} ${fault ?? 'none'}`;
    seen.set(name, (seen.get(name) ?? 0) + 1);
    if (fault === 'nothing') return;
    if (fault === 'errorBefore') return answerWith(response, 503, 'Service Unavailable');
    if (fault === 'limit') return answerWith(response, 429, '{}', { 'retry-after': '0' });
    const answer = await bringCall(target, request, body);
    const text = Buffer.from(await answer.arrayBuffer());
    if (fault === 'deliveredTwice') await (await bringCall(target, request, body)).body?.cancel();
    if (fault === 'late') await wait(patience * 1_300, undefined, { ref: false });
    if (fault === 'breakAfterSuccess') return void response.destroy();
    if (fault === 'errorAfterSuccess') return answerWith(response, 500, '<h1>Whoops</h1>');
    if (fault === 'garbage') return answerWith(response, 200, '<html><body>OK</body></html>');
    answerWith(response, answer.status, fault === 'twice' ? Buffer.concat([text, text]) : text, {
      'content-type': 'application/json',
    });
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How often what befell which stage. */
    seen,
    /** Spoils nothing any more. */
    calm() {
      isCalm = true;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
