import { randomUUID } from 'node:crypto';
import { shown } from './deviation.ts';

/** The two secrets of V3, and the headers that carry them. */
export interface V3Secrets {
  readonly authorization: string;
  readonly token: string;
  readonly authorizationHeader?: string;
  readonly tokenHeader?: string;
}

/** Which server is looked at, and with what. Its addresses and keys are the caller's own. */
export interface ConformanceTarget {
  /** Without a slash at the end. */
  readonly url: string;
  readonly siteKey?: string;
  readonly deskKey?: string;
  readonly v3?: V3Secrets;
  /** Where V3 begins, when it is not `/lapor/3.0.0`. */
  readonly v3Base?: string;
  readonly open311Key?: string;
  /** Whether invented reports may be filed. They stay there. */
  readonly filing: boolean;
  /** Milliseconds that a call may take. */
  readonly patience: number;
}

/** A call of a check. */
export interface ConformanceCall {
  readonly headers?: Readonly<Record<string, string>>;
  /** Goes as it is when it is a text, bytes or a form; as JSON otherwise. */
  readonly body?: unknown;
}

/** An answer, whole. */
export interface ConformanceAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed where it is JSON. */
  readonly body: unknown;
  /** Status and beginning of the body, for a report. */
  readonly told: string;
}

/** What checks work with. What one makes, such as a report, the others use: `remember` makes it once. */
export interface ConformanceContext {
  readonly target: ConformanceTarget;
  /** Calls a path below the target's address. */
  readonly call: (method: string, path: string, call?: ConformanceCall) => Promise<ConformanceAnswer>;
  /** A name that nobody has used, for attempts and for texts. */
  readonly newName: () => string;
  /** Does something once for all checks; who asks later gets the same, or the same failure. */
  remember<Value>(name: string, make: () => Promise<Value>): Promise<Value>;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isRaw = (body: unknown): body is string | FormData | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array;

/** Makes the context of one run. Redirects are not followed: a check's keys go to the server that it was told, and nowhere else. */
export const createConformanceContext = (target: ConformanceTarget): ConformanceContext => {
  const remembered = new Map<string, Promise<unknown>>();
  return {
    target,
    async call(method, path, { headers = {}, body } = {}) {
      const response = await fetch(`${target.url}${path}`, {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(target.patience),
        headers: { ...(body !== undefined && !isRaw(body) && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: isRaw(body) ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: parsed(text),
        told: `${response.status}: ${shown(text)}`,
      };
    },
    newName: () => `uji-${randomUUID()}`,
    remember<Value>(name: string, make: () => Promise<Value>) {
      const known = (remembered.get(name) as Promise<Value> | undefined) ?? make();
      remembered.set(name, known);
      return known;
    },
  };
};
