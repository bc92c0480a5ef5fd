/** What stands in the place of a secret. */
const mask = '***';

/** Everything between `://` and the last `@` before a space or a quote: a password may hold an `@` or a slash itself. */
const credentials = /([a-z][a-z0-9+.-]*:\/\/)[^\s"'`]*@/gi;

/** Passwords that were written with a slash or as a parameter. */
const passwordParameter = /\b((?:password|passwd|pwd|sslpassword)=)[^&\s"'`]+/gi;

/** Keys of the gateway: as much stays as its lists show. What follows the prefix is random and may begin with any of its signs. */
const key = /\b([ps]k_[A-Za-z0-9_-]{1,6}|rt_\d{1,10}_)[A-Za-z0-9_-]+/g;

/**
 * Takes credentials out of a text that is about to be shown or written down: those within addresses, passwords as
 * parameters, keys and tokens.
 *
 * @example maskSecrets('postgres://lapor:rahasia@db:5432/lapor'); // 'postgres://***@db:5432/lapor'
 */
export const maskSecrets = (text: string): string =>
  text.replace(credentials, `$1${mask}@`).replace(passwordParameter, `$1${mask}`).replace(key, `$1${mask}`);
