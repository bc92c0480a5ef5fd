import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClamdAddress } from './scan-with-clamd.ts';

/** What came over one `INSTREAM`: the bytes without their frames, once the frame of no length has come; otherwise `undefined`. */
const streamOf = (sent: Buffer): Buffer | undefined => {
  const command = Buffer.from('zINSTREAM\0');
  if (!sent.subarray(0, command.length).equals(command)) return undefined;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= sent.length;) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
};

/** A clamd that answers as a test wants: by the bytes it got, or before it has read any of them. */
export const startFakeClamd = async (
  answer: (bytes: Buffer) => string,
  early?: string,
): Promise<{ address: ClamdAddress; end(): void }> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    if (early !== undefined) return void socket.end(early);
    let sent = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      sent = Buffer.concat([sent, bytes]);
      const stream = streamOf(sent);
      if (stream) socket.end(`${answer(stream)}\0`);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: { host: '127.0.0.1', port },
    end() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
};

const program = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find((path) =>
  existsSync(path),
);

/** Whether a real clamd is installed (`apt-get install clamav-daemon`). */
export const hasClamd = program !== undefined;

const isListening = (socketPath: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(socketPath, () => (socket.destroy(), resolve(true))).on('error', () => resolve(false));
  });

/** A real clamd whose one signature is the digest of the given bytes, on a socket in a folder of its own. */
export const startClamd = async (infected: Buffer): Promise<{ address: ClamdAddress; end(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'lapor-clamd-'));
  const socketPath = join(folder, 'clamd.sock');
  await writeFile(
    join(folder, 'test.hdb'),
    `${createHash('md5').update(infected).digest('hex')}:${infected.length}:Lapor.Test\n`,
  );
  await writeFile(
    join(folder, 'clamd.conf'),
    `DatabaseDirectory ${folder}\nLocalSocket ${socketPath}\nForeground yes\nStreamMaxLength 1M\n`,
  );
  const child: ChildProcess = spawn(program!, ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  // A busy machine may need long for it; a clamd that ended will never listen.
  const isUp = async () => child.exitCode !== null || isListening(socketPath);
  for (let tries = 0; tries < 600 && !(await isUp()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  if (child.exitCode !== null) throw new Error(`clamd ended with ${child.exitCode} before it listened`);
  return {
    address: { socketPath },
    async end() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
};
