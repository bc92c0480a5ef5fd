/**
 * A new name for one attempt at a creating call: 128 random bits as 32 hexadecimal digits, made by the platform's own
 * generator. Hold it as long as the attempt is not settled, over reloads too, and repeat the call with it: the gateway
 * then does the thing once. Whoever has it and the site's key can have the receipt shown again, so keep it to yourself.
 *
 * @example
 * const idempotencyKey = createIdempotencyKey();
 * localStorage.setItem('report-key', idempotencyKey);
 */
export const createIdempotencyKey = (): string =>
  // Not `randomUUID`: browsers have that on secure pages only, and many regional sites still answer on plain HTTP.
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
