import { pduLengths } from './pdu.ts';

/** Thrown when a peer announces a PDU that no PDU can be: where the next one begins is then unknown. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
  /** The length that was announced. */
  readonly length: number;

  constructor(length: number) {
    super(`lapor-gateway: the SMSC announced a PDU of ${length} bytes, which none can have. Is it an SMPP port?`);
    this.length = length;
  }
}

/** Makes a function that takes bytes as they arrive and gives the PDUs that have become whole. */
export const createFrames = (): ((bytes: Buffer) => Buffer[]) => {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    const whole: Buffer[] = [];
    while (rest.length >= 4) {
      const length = rest.readUInt32BE(0);
      if (length < pduLengths.shortest || length > pduLengths.longest) throw new FrameError(length);
      if (rest.length < length) break;
      whole.push(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
    return whole;
  };
};
