import { Agent, FormData, errors } from 'undici';
import type { Outcome } from '../connector.ts';
import type { Sp4nSettings } from '../../configuration/sp4n-settings.ts';

/** What came of a call: an answer that says something, or why there is none. */
export type V3Answer =
  | { readonly result: 'answered'; readonly body: unknown }
  | (Extract<Outcome, { result: 'refused' | 'away' | 'unknown' }> & { readonly status?: number });

/** Speaks the shape of V3. */
export interface V3Client {
  get(path: string, signal: AbortSignal): Promise<V3Answer>;
  post(path: string, body: FormData | object, signal: AbortSignal): Promise<V3Answer>;
  close(): Promise<void>;
}

/** Bytes of an answer that are read at most. */
const mostBytes = 4_000_000;

/** Nothing has left the machine yet when these happen. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What it means that a call brought no answer. */
export const failureOf = (error: unknown): V3Answer => {
  const { name, code = '' } = error as NodeJS.ErrnoException;
  if (neverSent.has(code) || error instanceof errors.ConnectTimeoutError)
    return { result: 'away', reason: `it cannot be reached (${code})` };
  if (/^(ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/.test(code))
    return { result: 'away', reason: `its certificate was not accepted (${code})` };
  return { result: 'unknown', reason: `the answer did not come (${code || name})` };
};

const secondsOf = (header: string | string[] | undefined): number | undefined =>
  typeof header === 'string' && /^\d{1,6}$/.test(header) ? Number(header) : undefined;

/** Refusals that are not about the report: a key that is not accepted, an address that leads nowhere, a limit. */
const aboutUs = new Set([401, 403, 404, 405, 407, 408, 429]);

const judge = (status: number, headers: Record<string, string | string[] | undefined>, text: string): V3Answer => {
  if (status >= 200 && status < 300) {
    try {
      return { result: 'answered', body: JSON.parse(text) };
    } catch {
      return { result: 'unknown', reason: `it answered ${status} with something that is not JSON` };
    }
  }
  const reason = `it answered ${status}`;
  if (status >= 500) return { result: 'unknown', reason, status };
  if (status < 400 || aboutUs.has(status)) {
    const retryAfter = secondsOf(headers['retry-after']);
    return { result: 'away', reason, status, ...(retryAfter !== undefined && { retryAfter }) };
  }
  return { result: 'refused', reason, status };
};

/** Reads what there is of an answer; one that is too long is cut off, and then cannot be read. */
export const readText = async (body: AsyncIterable<Buffer>): Promise<string> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > mostBytes) break;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};

/** Makes a client. Secrets stand in its headers and nowhere else: no error of it cites them. */
export const createV3Client = (
  settings: Pick<
    Sp4nSettings,
    'authorization' | 'authorizationHeader' | 'baseUrl' | 'concurrency' | 'token' | 'tokenHeader'
  >,
): V3Client => {
  const { origin, pathname } = new URL(settings.baseUrl);
  const base = pathname.replace(/\/$/, '');
  // Patience is the caller's; the agent only must not hang on to a line that is dead.
  const agent = new Agent({
    connections: settings.concurrency,
    connect: { timeout: 30_000 },
    keepAliveTimeout: 10_000,
  });
  const secrets = {
    [settings.authorizationHeader]: settings.authorization,
    [settings.tokenHeader]: settings.token,
    accept: 'application/json',
  };
  const call = async (
    method: 'GET' | 'POST',
    path: string,
    signal: AbortSignal,
    body: FormData | string | null,
  ): Promise<V3Answer> => {
    try {
      const headers = { ...secrets, ...(typeof body === 'string' && { 'content-type': 'application/json' }) };
      const answer = await agent.request({ origin, path: `${base}${path}`, method, headers, body, signal });
      return judge(answer.statusCode, answer.headers, await readText(answer.body));
    } catch (error) {
      return failureOf(error);
    }
  };
  return {
    get: (path, signal) => call('GET', path, signal, null),
    post: (path, body, signal) => call('POST', path, signal, body instanceof FormData ? body : JSON.stringify(body)),
    close: () => agent.destroy(),
  };
};
