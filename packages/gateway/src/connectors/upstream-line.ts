import type { FormData } from 'undici';
import { outgoing } from '../outgoing/undici-when-needed.ts';
import type { Outcome } from './connector.ts';

/** Why a call brought no answer that says something. */
export type NoAnswer = Extract<Outcome, { result: 'refused' | 'away' | 'unknown' }> & { readonly status?: number };

/** What came of a call: what was read of the answer, or why there is nothing to be read. */
export type UpstreamAnswer<Content extends object> = ({ readonly result: 'answered' } & Content) | NoAnswer;

/** A call as it is made. */
export interface UpstreamCall<Content extends object> {
  readonly method: 'GET' | 'POST';
  /** What follows the base address, from its slash on. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | FormData | null;
  readonly signal: AbortSignal;
  /** Reads the body of a success; `undefined` for what is something else. */
  readonly read: (text: string) => Content | undefined;
  /** What is said of that: `that is not JSON`. */
  readonly otherwise: string;
}

/** Calls to one other system. */
export interface UpstreamLine {
  call<Content extends object>(asked: UpstreamCall<Content>): Promise<UpstreamAnswer<Content>>;
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
const failureOf = (error: unknown): NoAnswer => {
  const { name, code = '' } = error as NodeJS.ErrnoException;
  if (neverSent.has(code)) return { result: 'away', reason: `it cannot be reached (${code})` };
  if (/^(ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/.test(code))
    return { result: 'away', reason: `its certificate was not accepted (${code})` };
  return { result: 'unknown', reason: `the answer did not come (${code || name})` };
};

const secondsOf = (header: string | string[] | undefined): number | undefined =>
  typeof header === 'string' && /^\d{1,6}$/.test(header) ? Number(header) : undefined;

/** What a status says that is no success. */
const judge = (status: number, retryAfter: number | undefined, aboutUs: ReadonlySet<number>): NoAnswer => {
  const reason = `it answered ${status}`;
  if (status >= 500) return { result: 'unknown', reason, status };
  if (status < 400 || aboutUs.has(status))
    return { result: 'away', reason, status, ...(retryAfter !== undefined && { retryAfter }) };
  return { result: 'refused', reason, status };
};

/** Reads what there is of an answer; one that is too long is cut off, and then cannot be read. */
const readText = async (body: AsyncIterable<Buffer>): Promise<string> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > mostBytes) break;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};

/** A question that was not answered: it can be asked again. */
export const awayFrom = (answer: NoAnswer): Extract<Outcome, { result: 'away' }> => ({
  result: 'away',
  reason: answer.reason,
  ...('retryAfter' in answer && answer.retryAfter !== undefined && { retryAfter: answer.retryAfter }),
});

/**
 * Opens the line to another system. Secrets stand in what is sent and nowhere else: no reason of it cites them.
 *
 * @param aboutUs refusals below 500 that are not about the report: a key that is not accepted, a limit.
 */
export const createUpstreamLine = (
  { baseUrl, concurrency }: { readonly baseUrl: string; readonly concurrency: number },
  aboutUs: ReadonlySet<number>,
): UpstreamLine => {
  const { origin, pathname } = new URL(baseUrl);
  const base = pathname.replace(/\/$/, '');
  // Patience is the caller's; the agent only must not hang on to a line that is dead.
  const agent = outgoing({ connections: concurrency, connect: { timeout: 30_000 }, keepAliveTimeout: 10_000 });
  return {
    async call({ path, read, otherwise, ...asked }) {
      try {
        const answer = await agent.request({ ...asked, origin, path: `${base}${path}` });
        const { statusCode: status } = answer;
        const text = await readText(answer.body);
        if (status < 200 || status >= 300) return judge(status, secondsOf(answer.headers['retry-after']), aboutUs);
        const content = read(text);
        return content === undefined
          ? { result: 'unknown', reason: `it answered ${status} with something ${otherwise}` }
          : { result: 'answered', ...content };
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => agent.destroy(),
  };
};
