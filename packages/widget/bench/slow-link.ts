import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What a link is like. */
export interface LinkKind {
  /** Milliseconds there and back. */
  readonly roundTrip: number;
  /** Bytes a second, from the net to the device, shared by every connection. */
  readonly bytesPerSecond: number;
}

/** Bytes in one packet. */
const packet = 1460;

/** Packets that a fresh connection may send before the first of them is acknowledged (RFC 6928). */
const firstWindow = 10;

/** Round trips before a request may leave: TCP, then TLS 1.3. The first connection to a name asks for its address before. */
const handshakes = 2;

const tick = (milliseconds: number, then: () => void): void => void setTimeout(then, Math.max(0, milliseconds));

/**
 * A model of the last mile: names are looked up, connections are opened and secured, packets queue at one bottleneck, and a
 * fresh connection starts slowly. It stands between the browser and a server on the loopback as a proxy of TCP, so that what
 * the browser's own throttling leaves out, a cold other origin above all, costs what it costs people.
 */
export class SlowLink {
  readonly #kind: LinkKind;
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #knownAt = new Map<number, number>();
  /** When the bottleneck has sent everything that waits before it. */
  #freeAt = 0;
  /** Bytes that have come to the device since the last `forget`. */
  bytes = 0;

  constructor(kind: LinkKind) {
    this.#kind = kind;
  }

  /** A port on the loopback behind which `target`, another port, is reached over the link. */
  async to(target: number): Promise<number> {
    const server = createServer((browser) => this.#carry(browser, target));
    this.#servers.push(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return (server.address() as AddressInfo).port;
  }

  /** Names are unknown again, no connection is open, and nothing has been counted. */
  forget(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#knownAt.clear();
    this.#freeAt = 0;
    this.bytes = 0;
  }

  close(): void {
    this.forget();
    for (const server of this.#servers) server.close();
  }

  #carry(browser: Socket, target: number): void {
    const { roundTrip } = this.#kind;
    const now = performance.now();
    const knownAt = this.#knownAt.get(target) ?? now + roundTrip;
    this.#knownAt.set(target, knownAt);
    const openAt = Math.max(now, knownAt) + handshakes * roundTrip;
    const server = connect(target, '127.0.0.1');
    for (const socket of [browser, server]) {
      this.#sockets.add(socket.setNoDelay(true));
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    }
    browser.on('data', (chunk) =>
      tick(Math.max(0, openAt - performance.now()) + roundTrip / 2, () => void server.write(chunk)),
    );
    browser.on('close', () => server.destroy());
    this.#bringBack(server, browser);
  }

  /** From the server to the device: never more on the way than the window, which doubles every round trip. */
  #bringBack(server: Socket, browser: Socket): void {
    const { roundTrip, bytesPerSecond } = this.#kind;
    const waiting: Buffer[] = [];
    let window = firstWindow * packet;
    let onTheWay = 0;
    let hasEnded = false;
    const send = (): void => {
      for (let next = waiting[0]; next && onTheWay < window; next = waiting[0]) {
        waiting.shift();
        const { length } = next;
        onTheWay += length;
        this.#freeAt = Math.max(this.#freeAt, performance.now()) + (length / bytesPerSecond) * 1000;
        const passed = this.#freeAt - performance.now();
        tick(passed + roundTrip / 2, () => {
          this.bytes += length;
          if (!browser.destroyed) browser.write(next);
          if (hasEnded && waiting.length === 0 && onTheWay === length) browser.end();
        });
        tick(passed + roundTrip, () => {
          onTheWay -= length;
          window += length;
          send();
        });
      }
    };
    server.on('data', (chunk: Buffer) => {
      for (let at = 0; at < chunk.length; at += packet) waiting.push(chunk.subarray(at, at + packet));
      send();
    });
    server.on('end', () => {
      hasEnded = true;
      if (waiting.length + onTheWay === 0) browser.end();
    });
  }
}
