/** A few bytes as base64: a digest, a name. */
export const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** SHA-256 of some bytes; undefined on pages without TLS, where browsers keep `crypto.subtle` from them. */
export const sha256 = async (bytes: Blob): Promise<Uint8Array | undefined> =>
  globalThis.crypto?.subtle && new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));

/** The `Upload-Checksum` of a piece (tus 1.0, "Checksum"), where it can be counted. */
export const checksumOf = async (piece: Blob): Promise<string | undefined> => {
  const digest = await sha256(piece);
  return digest && `sha256 ${base64(digest)}`;
};
