import type { OutboxClient } from './outbox-item.ts';

/** A refusal with its status and code, as the client's errors have them. */
class Refusal extends Error {
  override name = 'RefusedError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/** The least that an outbox needs of a client: bare `fetch`, one attempt for each call, tus in two pieces. */
export const plainClient = (gateway: string, siteKey: string): OutboxClient => {
  const ask = async (method: string, path: string, init: RequestInit): Promise<Response> => {
    const headers = { authorization: `Bearer ${siteKey}`, 'tus-resumable': '1.0.0', ...(init.headers as object) };
    const response = await fetch(new URL(path, gateway), { ...init, method, headers });
    const isJson = response.headers.get('content-type')?.includes('json');
    if (!response.ok) throw new Refusal(response.status, isJson ? (await response.json()).code : 'RefusedError');
    // The sign-in page of a hotel's network answers everything.
    if (response.headers.get('content-type')?.includes('html')) throw new TypeError('no gateway');
    return response;
  };
  return {
    reports: {
      async submit(report, { idempotencyKey, signal }) {
        const headers = { 'content-type': 'application/json', 'idempotency-key': idempotencyKey };
        return (await ask('POST', '/v1/reports', { headers, body: JSON.stringify(report), signal })).json();
      },
    },
    attachments: {
      async upload(file, { name = 'lampiran', memory, signal }) {
        const known = `${name} ${file.size}`;
        const send = async (path: string) => {
          const head = await ask('HEAD', path, { signal });
          for (let at = Number(head.headers.get('upload-offset')); at < file.size;) {
            const to = Math.min(file.size, at + Math.ceil(file.size / 2));
            const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(at) };
            await ask('PATCH', path, { headers, body: file.slice(at, to), signal });
            at = to;
          }
          memory.removeItem(known);
          return { id: path.split('/').at(-1) ?? '' };
        };
        const begun = memory.getItem(known);
        if (begun !== null) return send(begun);
        const headers = { 'upload-length': String(file.size), 'upload-metadata': `filename ${btoa(name)}` };
        const made = await ask('POST', '/v1/uploads', { headers, signal });
        const path = new URL(made.headers.get('location') ?? '', gateway).pathname;
        memory.setItem(known, path);
        return send(path);
      },
    },
    site: { challenge: async ({ signal }) => (await ask('GET', '/v1/challenge', { signal })).json() },
  };
};
