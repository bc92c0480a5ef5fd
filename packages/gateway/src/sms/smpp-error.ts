import { statusName } from './pdu.ts';

/** Why something did not come about with an SMSC. No secret, address or text stands in these errors. */
export abstract class SmppError extends Error {}

/** The SMSC answered, and its answer is no. */
export class SmppRefusal extends SmppError {
  override readonly name = 'SmppRefusal';
  readonly command: string;
  /** SMPP's `command_status`. */
  readonly status: number;

  constructor(command: string, status: number) {
    super(`lapor-gateway: the SMSC refused \`${command}\` with ${statusName(status)}.`);
    this.command = command;
    this.status = status;
  }
}

/** There is no line to the SMSC, or it broke. What was under way may have arrived or not. */
export class SmppLineBroken extends SmppError {
  override readonly name = 'SmppLineBroken';
}

/** The SMSC did not answer in time. What was asked may have been done or not. */
export class SmppTimeout extends SmppError {
  override readonly name = 'SmppTimeout';
  readonly command: string;

  constructor(command: string, milliseconds: number) {
    super(`lapor-gateway: the SMSC did not answer \`${command}\` within ${milliseconds} ms.`);
    this.command = command;
  }
}
