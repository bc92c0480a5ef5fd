import { connect, type Socket } from 'node:net';
import type { Scan, ScanVerdict } from './scan.ts';

/** Where clamd listens. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly socketPath: string };

/**
 * Reads `host:port`, or the path of a socket.
 *
 * @example readClamdAddress('127.0.0.1:3310'); readClamdAddress('/run/clamav/clamd.ctl');
 */
export const readClamdAddress = (text: string): ClamdAddress => {
  const [, host, port] = /^\[?([^/]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  return host !== undefined && port !== undefined ? { host, port: Number(port) } : { socketPath: text };
};

/** Milliseconds without a word after which clamd counts as away. */
const patience = 30_000;

/** clamd takes chunks of any length up to its `StreamMaxLength`; smaller ones keep little in memory. */
const chunkBytes = 64 * 1024;

const verdictOf = (reply: string): ScanVerdict => {
  if (reply.endsWith(' FOUND')) return 'infected';
  return reply === 'stream: OK' ? 'clean' : 'unknown';
};

const readReply = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let reply = '';
    socket.setEncoding('latin1').setTimeout(patience, () => socket.destroy(new Error('clamd is silent')));
    socket.on('data', (text: string) => {
      reply += text;
      const end = reply.indexOf('\0');
      if (end >= 0 || reply.length > 10_000) resolve(reply.slice(0, end));
    });
    socket.on('error', reject).on('close', () => reject(new Error('clamd hung up')));
  });

const framed = (chunk: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.byteLength);
  return Buffer.concat([length, chunk]);
};

const write = (socket: Socket, bytes: Uint8Array | string): Promise<void> =>
  new Promise((resolve, reject) => void socket.write(bytes, (error) => (error ? reject(error) : resolve())));

const sendStream = async (socket: Socket, content: Parameters<Scan>[0]): Promise<void> => {
  await write(socket, 'zINSTREAM\0');
  for await (const bytes of content) {
    for (let start = 0; start < bytes.byteLength; start += chunkBytes)
      await write(socket, framed(bytes.subarray(start, start + chunkBytes)));
  }
  // A chunk of no length ends the stream.
  await write(socket, framed(new Uint8Array()));
};

/** A scanner that asks clamd by its `INSTREAM` command (clamd(8)): it needs no file that both can read. */
export const scanWithClamd =
  (address: ClamdAddress): Scan =>
  async (content) => {
    const socket = 'socketPath' in address ? connect(address.socketPath) : connect(address.port, address.host);
    try {
      const reply = readReply(socket);
      // clamd may answer and hang up before it has read everything, for instance when the stream is too long for it.
      const sent = sendStream(socket, content).then(() => reply);
      return verdictOf(await Promise.race([reply, sent]));
    } catch {
      return 'unknown';
    } finally {
      socket.destroy();
    }
  };
