import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Problem, type ProblemCode, problemStatus } from '@lapor/schemas';
import { endpoints, type OperationId, problemsOf } from '@lapor/schemas/contract';
import sharp from 'sharp';
import { Upload, type UploadOptions } from 'tus-js-client';
import * as z from 'zod/mini';
import type { Gateway } from '../create-gateway.ts';
import { type TestAnswer, testKeys } from '../test-gateway.test.support.ts';

/** Bytes with the beginning and the end of a PDF, and noise between: no two are equal. */
export const pdfOf = (size: number): Buffer => {
  const [head, end] = [Buffer.from('%PDF-1.7\n'), Buffer.from('\n%%EOF\n')];
  return Buffer.concat([head, randomBytes(size - head.length - end.length), end]);
};

/** A photo that lies on its side and tells where it was taken and with which phone: Padang, for a camera that does not exist. */
export const photoWithPlace = (width = 2000, height = 1000): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: '#3a7', noise: { type: 'gaussian', mean: 120, sigma: 20 } },
  })
    .withExif({
      IFD0: { Make: 'KameraRahasia', Model: 'Seri-4711' },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '0/1 56/1 4242/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '100/1 21/1 1717/100',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 70 })
    .toBuffer();

/** Lets a gateway listen on loopback. */
export const listenOnLoopback = async (
  gateway: Gateway,
): Promise<{ url: string; port: number; close(): Promise<void> }> => {
  const server = createAdaptorServer({ fetch: (request: Request) => gateway.fetch(request, { address: '127.0.0.1' }) });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
};

/** Stands between a sender and a gateway, and cuts the first connection that has carried so many bytes: both ends at once. */
export const listenAndCut = async (
  port: number,
  afterBytes: number,
): Promise<{ server: Server; url: string; cuts(): number; carried(): number }> => {
  let cuts = 0;
  let carried = 0;
  const pipe = (client: Socket): void => {
    const gateway = connect(port, '127.0.0.1');
    let seen = 0;
    const end = () => (client.destroy(), gateway.destroy());
    for (const socket of [client, gateway]) socket.on('error', end).on('close', end);
    gateway.pipe(client);
    client.on('data', (bytes: Buffer) => {
      carried += bytes.length;
      seen += bytes.length;
      if (cuts === 0 && seen >= afterBytes) {
        cuts += 1;
        // What has been handed over still arrives; then the line is dead.
        gateway.write(bytes, () => gateway.end());
        client.destroy();
        return;
      }
      gateway.write(bytes);
    });
  };
  const server = createServer(pipe).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    server,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    carried: () => carried,
  };
};

/** Uploads with tus-js-client as a page would. The promise gives the upload's id, or fails as the client does. */
export const uploadByTus = (
  url: string,
  bytes: Buffer,
  options: Partial<UploadOptions> = {},
): Promise<{ id: string; offsets: number[] }> =>
  new Promise((resolve, reject) => {
    const offsets: number[] = [];
    const upload = new Upload(bytes, {
      endpoint: `${url}/v1/uploads`,
      headers: { authorization: `Bearer ${testKeys.site}` },
      metadata: { filename: 'surat.pdf', filetype: 'application/pdf' },
      retryDelays: [0, 50, 200, 500],
      onChunkComplete: (_size, accepted) => void offsets.push(accepted),
      onAfterResponse: (request, response) => {
        if (request.getMethod() === 'HEAD') offsets.push(-Number(response.getHeader('Upload-Offset')));
      },
      onSuccess: () => resolve({ id: upload.url!.split('/').at(-1)!, offsets }),
      onError: reject,
      ...options,
    });
    upload.start();
  });

/** What a raw upload may say. */
export interface RawUpload {
  readonly name?: string;
  readonly type?: string;
  readonly key?: string;
  readonly length?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Calls one endpoint of the uploads within the process. */
export const askUploads = async (
  gateway: Gateway,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Buffer | ReadableStream,
): Promise<TestAnswer> => {
  const init = {
    method,
    headers: {
      'tus-resumable': '1.0.0',
      authorization: `Bearer ${testKeys.site}`,
      'accept-language': 'id',
      ...headers,
    },
    ...(body && { body, duplex: 'half' }),
  };
  const response = await gateway.fetch(new Request(`http://localhost:1708${path}`, init as RequestInit), {
    address: '127.0.0.1',
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text,
  };
};

/** Begins an upload without sending anything. */
export const begin = (
  gateway: Gateway,
  { name = 'surat.pdf', type = '', key = testKeys.site, length = 1, headers = {} }: RawUpload,
): Promise<TestAnswer> =>
  askUploads(gateway, 'POST', '/v1/uploads', {
    authorization: `Bearer ${key}`,
    'upload-length': String(length),
    'upload-metadata': `filename ${base64(name)},filetype ${base64(type)}`,
    ...headers,
  });

/** Begins an upload and sends all of it. Gives the answer to the bytes, or to the beginning when that was refused. */
export const send = async (
  gateway: Gateway,
  bytes: Buffer,
  raw: RawUpload = {},
): Promise<TestAnswer & { id: string }> => {
  const begun = await begin(gateway, { length: bytes.length, ...raw });
  if (begun.status !== 201) return { ...begun, id: '' };
  const path = begun.headers.get('location')!;
  const headers = {
    authorization: `Bearer ${raw.key ?? testKeys.site}`,
    'content-type': 'application/offset+octet-stream',
    'upload-offset': '0',
  };
  return { ...(await askUploads(gateway, 'PATCH', path, headers, bytes)), id: path.split('/').at(-1)! };
};

/** A refusal with this code, as the endpoint table allows it. */
export const assertRefused = (answer: TestAnswer, code: ProblemCode, operation: OperationId): void => {
  assert.deepEqual([answer.status, answer.body.code], [problemStatus[code], code], JSON.stringify(answer.body));
  assert.ok(z.safeParse(Problem, answer.body).success);
  assert.ok(problemsOf(endpoints[operation]).includes(code), `${operation} may answer ${code}`);
  assert.equal(answer.headers.get('tus-resumable'), '1.0.0');
};
