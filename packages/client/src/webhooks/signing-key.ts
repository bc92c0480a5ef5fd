import { secretBytes } from './secret-bytes.ts';

const algorithm = { name: 'HMAC', hash: 'SHA-256' };

/** The key of a secret, for WebCrypto: the same on every platform, and it compares in constant time. */
export const signingKey = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', secretBytes(secret), algorithm, false, ['sign', 'verify']);

/** What is signed: id, time and body, joined by dots. The body byte for byte, whatever it is. */
export const signedContent = (id: string, timestamp: string, body: Uint8Array): Uint8Array<ArrayBuffer> => {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const content = new Uint8Array(head.length + body.length);
  content.set(head);
  content.set(body, head.length);
  return content;
};
