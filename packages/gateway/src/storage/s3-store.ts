import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { type AttachmentStore, checkKey, storeAway } from './attachment-store.ts';

/** A bucket of an S3-compatible service, addressed by path: `endpoint/bucket/key`. */
export interface S3Location {
  /** Where the service is reached, for instance `https://s3.ap-southeast-3.amazonaws.com` or a MinIO server. */
  readonly endpoint: string;
  readonly bucket: string;
  /** @default 'us-east-1', which services without regions expect */
  readonly region?: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /**
   * Written before every key, for a bucket that holds other things too; without slashes at the ends.
   *
   * @default ''
   */
  readonly prefix?: string;
}

/** Milliseconds after which a service that says nothing counts as away. */
const patience = 30_000;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Keys are our own characters, so that nothing in the list's XML is ever escaped. */
const keysIn = (xml: string): string[] => [...xml.matchAll(/<Key>([^<]+)<\/Key>/g)].map((match) => match[1] ?? '');

/** Keeps attachments in a bucket; every request is signed (AWS Signature Version 4), the bytes included. */
export const s3Store = ({
  endpoint,
  bucket,
  region = 'us-east-1',
  accessKeyId,
  secretAccessKey,
  prefix = '',
}: S3Location): AttachmentStore => {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
  const root = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}`;
  const before = prefix === '' ? '' : `${checkKey(prefix)}/`;

  const ask = async (method: string, address: string, body?: Uint8Array): Promise<Response> => {
    const headers = { 'x-amz-content-sha256': sha256(body ?? new Uint8Array()) };
    // Only the beginning of an answer is waited for: a citizen's slow download may take as long as it takes.
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), patience);
    const init = { method, headers, signal: stop.signal, ...(body && { body: body as Uint8Array<ArrayBuffer> }) };
    const response = await client
      .fetch(address, init)
      .catch((cause: unknown) => {
        throw storeAway(cause);
      })
      .finally(() => clearTimeout(timer));
    if (response.ok || (response.status === 404 && method === 'GET')) return response;
    await response.body?.cancel();
    throw storeAway(
      new Error(
        `lapor-gateway: the attachment store answers ${response.status} to ${method}. Check its address, bucket and keys.`,
      ),
    );
  };
  const remove = async (objectName: string): Promise<void> =>
    await (await ask('DELETE', `${root}/${objectName}`)).body?.cancel();

  return {
    async put(key, bytes) {
      const response = await ask('PUT', `${root}/${before}${checkKey(key)}`, bytes);
      await response.body?.cancel();
    },
    async get(key) {
      const response = await ask('GET', `${root}/${before}${checkKey(key)}`);
      if (response.ok) return response.body ?? new Blob([]).stream();
      await response.body?.cancel();
      return undefined;
    },
    async empty(folder, except) {
      const kept = except && `${before}${except}`;
      const list = `${root}?list-type=2&prefix=${encodeURIComponent(`${before}${checkKey(folder)}/`)}`;
      // One list names a thousand at most; what was removed is gone from the next, in a store that tells the truth.
      for (let round = 0; round < 20; round += 1) {
        const names = keysIn(await (await ask('GET', list)).text()).filter((name) => name !== kept);
        if (names.length === 0) return;
        await Promise.all(names.map(remove));
      }
    },
  };
};
