import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request as httpRequest, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import aws4 from 'aws4';
import S3rver from 's3rver';
import type { S3Location } from './s3-store.ts';

// The one pair of keys that this server knows.
const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const region = 'ap-southeast-3';

/** Whether a request's signature is the one that another implementation makes of it, and its bytes are those that were signed. */
const isSigned = ({ method, url, headers }: IncomingMessage, body: Buffer): boolean => {
  const names = /SignedHeaders=([^,]+),/.exec(headers.authorization ?? '')?.[1]?.split(';') ?? [];
  const signed = Object.fromEntries(names.map((name) => [name, String(headers[name])]));
  const again = aws4.sign(
    { host: headers.host!, path: url!, method: method!, service: 's3', region, headers: signed },
    keys,
  );
  const isSame = (again.headers as Record<string, string>)['Authorization'] === headers.authorization;
  return (
    isSame &&
    ['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name)) &&
    headers['x-amz-content-sha256'] === createHash('sha256').update(body).digest('hex')
  );
};

/** A real S3-compatible server on loopback, behind a door that checks signatures, which the server itself does not. */
export const startS3 = async (directory: string): Promise<{ location: S3Location; end(): Promise<void> }> => {
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'lampiran', configs: [] }],
  });
  const { port } = await server.run();
  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await buffer(incoming);
    if (!isSigned(incoming, body))
      return void outgoing.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
    const onward = httpRequest(
      { host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.end(body);
  };
  const door = createServer((incoming, outgoing) => void pass(incoming, outgoing)).listen(0, '127.0.0.1');
  await once(door, 'listening');
  return {
    location: {
      endpoint: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
      bucket: 'lampiran',
      region,
      ...keys,
    },
    async end() {
      door.close();
      door.closeAllConnections();
      await server.close();
    },
  };
};
