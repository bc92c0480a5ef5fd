import type { NewsOutcome } from '../notifications/news-channel.ts';

/** What may be told of an attempt that failed: codes alone. What a server writes beside them may cite the address. */
interface MailFailure {
  /** Nodemailer's: `EENVELOPE`, `ETIMEDOUT` … */
  readonly code?: unknown;
  /** The command that was refused: `MAIL FROM`, `RCPT TO`, `DATA` … */
  readonly command?: unknown;
  /** The server's three digits (RFC 5321, 4.2). */
  readonly responseCode?: unknown;
  /** The server's whole answer. */
  readonly response?: unknown;
}

/** The enhanced code (RFC 3463) at the beginning of an answer: `5.1.1`. */
const enhancedCode = (response: unknown): string | undefined =>
  typeof response === 'string' ? /^[245]\d{2}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] : undefined;

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Z][A-Z0-9 _]{1,30}$/.test(value) ? value : undefined;

/**
 * Judges an attempt that failed. For good is only what a server refuses of this one message: its recipient, or its data.
 * That the sender may not send, that the password is wrong, that the server is away: all that can be mended, and the
 * message goes out then.
 */
export const judgeMailFailure = (error: unknown): NewsOutcome => {
  const { code, command, responseCode, response } = (error ?? {}) as MailFailure;
  const status = typeof responseCode === 'number' ? responseCode : undefined;
  const detail = [word(code), word(command), status, enhancedCode(response)].filter((part) => part !== undefined);
  const isAboutMessage = command === 'RCPT TO' || command === 'DATA';
  const isForGood = isAboutMessage && status !== undefined && status >= 500;
  return {
    result: isForGood ? 'refused' : 'failed',
    detail: detail.join(' ') || 'the message could not be handed over',
  };
};
