import { signedContent, signingKey } from './signing-key.ts';
import { WebhookError } from './webhook-error.ts';
import { bodyOf, headerOf, type WebhookMessage } from './webhook-message.ts';

/** By what a message is believed. */
export interface VerifyOptions {
  /** `whsec_…`, as it was shown when the endpoint was made. Several while it is changed over: any of them will do. */
  readonly secret: string | readonly string[];
  /**
   * How far the time of sending may lie from the clock of this machine, in seconds, either way.
   *
   * @default 300
   */
  readonly tolerance?: number;
  /** @default the machine's own clock */
  readonly now?: () => Date;
}

/** More signatures than any change of secrets needs: each costs a hash. */
const mostSignatures = 10;

const checkTime = (timestamp: string, { tolerance = 300, now = () => new Date() }: VerifyOptions): void => {
  if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookError('timestampInvalid');
  const age = Math.floor(now().getTime() / 1000) - Number(timestamp);
  if (age > tolerance) throw new WebhookError('timestampTooOld', { age });
  if (age < -tolerance) throw new WebhookError('timestampTooNew', { age });
};

const bytesOfBase64 = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};

/** The signatures of the first version; those of versions to come are passed over. */
const signaturesIn = (header: string): Uint8Array<ArrayBuffer>[] =>
  header
    .split(' ')
    .filter((signature) => signature.startsWith('v1,'))
    .slice(0, mostSignatures)
    .flatMap((signature) => bytesOfBase64(signature.slice(3)) ?? []);

const isSigned = async (key: CryptoKey, signatures: readonly Uint8Array<ArrayBuffer>[], content: BufferSource) => {
  const fits = await Promise.all(signatures.map((signature) => crypto.subtle.verify('HMAC', key, signature, content)));
  return fits.includes(true);
};

/**
 * Checks who sent a message, when, and that nothing in it was changed, and gives its body.
 *
 * @throws WebhookError when it must not be believed; TypeError when a secret is no `whsec_…`.
 */
export const verifyWebhook = async (message: WebhookMessage, options: VerifyOptions): Promise<Uint8Array> => {
  const { secret } = options;
  const keys = await Promise.all((typeof secret === 'string' ? [secret] : secret).map(signingKey));
  const id = headerOf(message, 'webhook-id');
  const timestamp = headerOf(message, 'webhook-timestamp');
  const signatures = signaturesIn(headerOf(message, 'webhook-signature'));
  checkTime(timestamp, options);
  const body = await bodyOf(message);
  const content = signedContent(id, timestamp, body);
  const fits = await Promise.all(keys.map((key) => isSigned(key, signatures, content)));
  if (!fits.includes(true)) throw new WebhookError('signatureWrong');
  return body;
};
