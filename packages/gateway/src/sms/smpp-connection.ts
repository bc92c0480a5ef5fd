import type { Socket } from 'node:net';
import { type AwaitedAnswers, createAwaitedAnswers } from './awaited-answers.ts';
import { connected, openSocket, reasonOf } from './open-socket.ts';
import { isAnswer, type Pdu, type PduFields, readHead, readPdu, statuses, writePdu } from './pdu.ts';
import { createFrames } from './pdu-frames.ts';
import { SmppLineBroken } from './smpp-error.ts';
import type { SmppTimes, WholeSmppAccount } from './smpp-settings.ts';

/** Takes what the SMSC sends by itself, and gives the status to answer with. What it throws says "not now". */
export type Receive = (pdu: Pdu) => Promise<number>;

/** Messages of the SMSC that are being kept at the same time. Beyond that it has to wait. */
const mostInHand = 50;

/** Milliseconds for the last bytes to leave. */
const farewell = 1_000;

/** What an SMSC may ask of this side besides whether it still lives. */
const messages = new Set(['deliver_sm', 'data_sm']);

/** One line to an SMSC, from the moment when it is tried until it ends. It does not come back by itself. */
export class SmppConnection {
  /** Resolves when the line has ended, with why. */
  readonly ended: Promise<Error>;
  readonly #socket: Socket;
  readonly #account: WholeSmppAccount;
  readonly #times: SmppTimes;
  readonly #receive: Receive;
  readonly #answers: AwaitedAnswers;
  /** What was begun in either direction and is not answered. */
  readonly #underWay = new Set<Promise<unknown>>();
  #isBound = false;
  #inHand = 0;
  #sequence = 0;
  #end: Error | undefined;
  #closing: Promise<void> | undefined;

  /** Begins to connect. */
  constructor(account: WholeSmppAccount, times: SmppTimes, receive: Receive) {
    this.#account = account;
    this.#times = times;
    this.#receive = receive;
    this.#answers = createAwaitedAnswers(times.answer);
    const socket = openSocket(account);
    const frames = createFrames();
    this.#socket = socket.setNoDelay(true);
    socket.on('data', (bytes: Buffer) => this.#read(frames, bytes));
    socket.on('error', (cause) => {
      this.#end ??= new SmppLineBroken(`lapor-gateway: the line to the SMSC broke (${reasonOf(cause)}).`, { cause });
    });
    this.ended = new Promise((resolve) => {
      socket.on('close', () => {
        this.#end ??= new SmppLineBroken('lapor-gateway: the SMSC ended the line.');
        this.#answers.fail(this.#end);
        resolve(this.#end);
      });
    });
  }

  /**
   * Waits for the line and binds it for both directions.
   *
   * @throws SmppError when that does not succeed; the line has ended then.
   */
  async bind(): Promise<void> {
    const { systemId, password, systemType } = this.#account;
    try {
      await connected(this.#socket, this.#account, this.#times.answer);
      const fields = { system_id: systemId, password, system_type: systemType, interface_version: 0x34 };
      await this.#ask('bind_transceiver', fields);
    } catch (error) {
      this.#giveUp(error as Error);
      await this.ended;
      throw error;
    }
    this.#isBound = true;
    this.#keepAlive();
  }

  /**
   * Asks the SMSC something.
   *
   * @throws SmppError when the SMSC refuses, does not answer, or the line has ended.
   */
  async request(command: string, fields: PduFields): Promise<Pdu> {
    if (this.#closing) throw new SmppLineBroken('lapor-gateway: the line to the SMSC is being closed.');
    return this.#ask(command, fields);
  }

  /** Waits for what is under way in both directions, says goodbye and ends the line. One that is not bound yet ends at once. */
  close(): Promise<void> {
    this.#closing ??= this.#sayGoodbye();
    return this.#closing;
  }

  async #sayGoodbye(): Promise<void> {
    const closed = new SmppLineBroken('lapor-gateway: the line to the SMSC was closed.');
    if (!this.#isBound) this.#giveUp(closed);
    // While it waits, more messages may come in: they are taken and answered, and waited for too.
    while (this.#underWay.size > 0 && !this.#end) await Promise.race([this.ended, Promise.allSettled(this.#underWay)]);
    if (!this.#end) await this.#ask('unbind', {}).catch(() => {});
    this.#giveUp(closed);
    await this.ended;
  }

  #track<Result>(work: Promise<Result>): Promise<Result> {
    const forget = () => void this.#underWay.delete(work);
    this.#underWay.add(work);
    work.then(forget, forget);
    return work;
  }

  #ask(command: string, fields: PduFields): Promise<Pdu> {
    if (this.#end) return Promise.reject(this.#end);
    this.#sequence = (this.#sequence % 0x7fff_ffff) + 1;
    const answer = this.#answers.wait(command, this.#sequence);
    this.#socket.write(writePdu(command, this.#sequence, fields));
    return this.#track(answer);
  }

  /** A side that says nothing is taken for dead: what it did not answer is then settled, and another line can be tried. */
  #keepAlive(): void {
    const timer = setInterval(() => {
      this.#ask('enquire_link', {}).catch((error: unknown) => this.#giveUp(error as Error));
    }, this.#times.enquiry);
    timer.unref();
    void this.ended.then(() => clearInterval(timer));
  }

  #giveUp(error: Error): void {
    this.#end ??= error;
    this.#socket.destroySoon();
    setTimeout(() => this.#socket.destroy(), farewell).unref();
  }

  #answer(command: string, sequence: number, status: number): void {
    if (this.#socket.writable) this.#socket.write(writePdu(command, sequence, {}, status));
  }

  #read(frames: (bytes: Buffer) => Buffer[], bytes: Buffer): void {
    try {
      for (const frame of frames(bytes)) this.#take(frame);
    } catch (error) {
      // Where the next PDU begins is unknown from here on.
      this.#answer('generic_nack', 0, statuses.invalidLength);
      this.#giveUp(error as Error);
    }
  }

  #take(frame: Buffer): void {
    const { command, command_id, sequence_number: sequence, ...head } = readHead(frame);
    if (isAnswer(command_id)) {
      const whole = readOrUndefined(frame);
      this.#answers.settle(
        whole ?? { ...head, command_id, sequence_number: sequence, command_status: statuses.systemError },
      );
    } else if (command === 'enquire_link') {
      this.#answer('enquire_link_resp', sequence, statuses.ok);
    } else if (command === 'unbind') {
      this.#answer('unbind_resp', sequence, statuses.ok);
      this.#giveUp(new SmppLineBroken('lapor-gateway: the SMSC said goodbye.'));
    } else if (messages.has(command)) {
      void this.#track(this.#keep(command, sequence, readOrUndefined(frame)));
    } else {
      this.#answer('generic_nack', sequence, statuses.invalidCommand);
    }
  }

  /** A message that cannot be read never can be: the SMSC is told so, or it would send it again for ever. */
  async #keep(command: string, sequence: number, pdu: Pdu | undefined): Promise<void> {
    const answered = `${command}_resp`;
    if (pdu === undefined) return this.#answer(answered, sequence, statuses.permanent);
    this.#inHand += 1;
    if (this.#inHand >= mostInHand) this.#socket.pause();
    const status = await this.#receive(pdu).catch(() => statuses.temporary);
    this.#inHand -= 1;
    this.#socket.resume();
    this.#answer(answered, sequence, status);
  }
}

const readOrUndefined = (frame: Buffer): Pdu | undefined => {
  try {
    return readPdu(frame);
  } catch {
    return undefined;
  }
};
