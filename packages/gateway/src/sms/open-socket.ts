import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import { SmppLineBroken, SmppTimeout } from './smpp-error.ts';
import type { WholeSmppAccount } from './smpp-settings.ts';

/** Why a socket failed, without the address that Node writes into its messages. */
export const reasonOf = (cause: Error): string => (cause as NodeJS.ErrnoException).code ?? cause.message;

/** Begins to connect to an SMSC, encrypted where the account says so. */
export const openSocket = ({ host, port, tls, certificateAuthority }: WholeSmppAccount): Socket =>
  tls
    ? connectSecure({
        host,
        port,
        // A name only: RFC 6066 has no server names that are addresses.
        ...(isIP(host) === 0 && { servername: host }),
        ...(certificateAuthority && { ca: certificateAuthority }),
      })
    : connectPlain({ host, port });

/** Waits until a socket is connected. @throws SmppLineBroken, SmppTimeout. */
export const connected = (socket: Socket, { tls }: WholeSmppAccount, patience: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new SmppTimeout('connect', patience)), patience);
    socket.once(tls ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.once('error', (cause) => {
      clearTimeout(timer);
      reject(new SmppLineBroken(`lapor-gateway: no line to the SMSC (${reasonOf(cause)}).`, { cause }));
    });
    socket.once('close', () => {
      clearTimeout(timer);
      reject(new SmppLineBroken('lapor-gateway: the SMSC ended the line before it was bound.'));
    });
  });
