import type { FormData } from 'undici';
import type { Sp4nSettings } from '../../configuration/sp4n-settings.ts';
import { createUpstreamLine, type UpstreamAnswer } from '../upstream-line.ts';

/** What came of a call: an answer that says something, or why there is none. */
export type V3Answer = UpstreamAnswer<{ readonly body: unknown }>;

/** Speaks the shape of V3. */
export interface V3Client {
  get(path: string, signal: AbortSignal): Promise<V3Answer>;
  post(path: string, body: object, signal: AbortSignal): Promise<V3Answer>;
  postForm(path: string, form: FormData, signal: AbortSignal): Promise<V3Answer>;
  close(): Promise<void>;
}

/** Refusals that are not about the report: a key that is not accepted, an address that leads nowhere, a limit. */
const aboutUs = new Set([401, 403, 404, 405, 407, 408, 429]);

const read = (text: string): { readonly body: unknown } | undefined => {
  try {
    return { body: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

/** Makes a client. Secrets stand in its headers and nowhere else: no error of it cites them. */
export const createV3Client = (
  settings: Pick<
    Sp4nSettings,
    'authorization' | 'authorizationHeader' | 'baseUrl' | 'concurrency' | 'token' | 'tokenHeader'
  >,
): V3Client => {
  const line = createUpstreamLine(settings, aboutUs);
  const secrets = {
    [settings.authorizationHeader]: settings.authorization,
    [settings.tokenHeader]: settings.token,
    accept: 'application/json',
  };
  const call = (
    method: 'GET' | 'POST',
    path: string,
    signal: AbortSignal,
    body: FormData | string | null,
  ): Promise<V3Answer> => {
    const headers = { ...secrets, ...(typeof body === 'string' && { 'content-type': 'application/json' }) };
    return line.call({ method, path, headers, body, signal, read, otherwise: 'that is not JSON' });
  };
  return {
    get: (path, signal) => call('GET', path, signal, null),
    post: (path, body, signal) => call('POST', path, signal, JSON.stringify(body)),
    postForm: (path, form, signal) => call('POST', path, signal, form),
    close: () => line.close(),
  };
};
