const prefix = 'whsec_';

const decode = (base64: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};

/**
 * The key in a secret `whsec_…`: 24 to 64 bytes in base64, as Standard Webhooks asks.
 *
 * @throws TypeError for anything else. It does not repeat the secret.
 */
export const secretBytes = (secret: string): Uint8Array<ArrayBuffer> => {
  const bytes =
    typeof secret === 'string' && secret.startsWith(prefix) ? decode(secret.slice(prefix.length)) : undefined;
  if (bytes === undefined || bytes.length < 24 || bytes.length > 64)
    throw new TypeError(
      '@lapor/client/webhooks: `secret` is no `whsec_…` of 24 to 64 bytes. Take the one that was shown when the endpoint was made or its secret rotated.',
    );
  return bytes;
};
