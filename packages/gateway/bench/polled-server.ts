// A system that is asked how reports stand, in the shape of V3, and that keeps count of who asks: `GET /figures` tells, and
// begins to count anew. `start-server.ts` runs it in a process of its own.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type PolledFigures, tellParent } from './start-server.ts';

/** Milliseconds in which it answers: calls that are made at the same time have to meet here. */
const takes = 20;

/** Reports of which one has news, once `POST /news` was said. */
const oneOf = 20;

let hasNews = false;
let asking = 0;
let mostAtOnce = 0;
let times = new Map<string, number[]>();

const figures = (): PolledFigures => {
  const all = [...times.values()];
  // A page of follow-ups follows at once on what has changed: between two looks at a report lies its interval.
  const gaps = all.flatMap((each) => each.slice(1).map((time, index) => time - (each[index] ?? 0)));
  return {
    requests: all.reduce((sum, each) => sum + each.length, 0),
    reports: all.length,
    mostOfOne: Math.max(0, ...all.map((each) => each.length)),
    shortestGap: gaps.length === 0 ? null : gaps.reduce((one, other) => Math.min(one, other)) / 1000,
    mostAtOnce,
  };
};

const bodyOf = (id: string, isPage: boolean): object => {
  const isNews = hasNews && Number(id) % oneOf === 0;
  const entry = {
    id: 1,
    institution_from_name: 'Dinas Contoh',
    content: 'Kami cek.',
    created_at: '10-03-2026 09:00:00',
  };
  if (isPage) return { data: isNews ? [entry] : [], next_page_url: null };
  return {
    data: {
      status_name: isNews ? 'Ditindaklanjuti oleh Instansi' : 'Diproses',
      disposition_id: 9,
      disposition_name: 'Dinas Contoh',
    },
    data_logs: [],
  };
};

/** A look at a report, which takes its time. */
const look = async (pathname: string): Promise<object> => {
  const id = /\/complaints\/(\d+)\//.exec(pathname)?.[1] ?? '';
  times.set(id, [...(times.get(id) ?? []), performance.now()]);
  asking += 1;
  mostAtOnce = Math.max(mostAtOnce, asking);
  await wait(takes);
  asking -= 1;
  return { results: bodyOf(id, pathname.endsWith('/followups')) };
};

const tellFigures = (): PolledFigures => {
  const told = figures();
  [times, mostAtOnce] = [new Map(), 0];
  return told;
};

const answerTo = async (method: string | undefined, pathname: string): Promise<object> => {
  if (pathname === '/figures') return tellFigures();
  if (pathname === '/news') hasNews = true;
  return method === 'GET' ? look(pathname) : { complaint_id: 1 };
};

const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  request.resume();
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const body = JSON.stringify(await answerTo(request.method, pathname));
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
};

const server = createServer((request, response) => void respond(request, response));
server.listen(0, '127.0.0.1', () => tellParent((server.address() as AddressInfo).port));
