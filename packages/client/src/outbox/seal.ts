/** Something encrypted, with the number that was used once for it. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

const algorithm = 'AES-GCM';

/** A key that can be used and kept in IndexedDB, and never be read: what lies on the disk cannot be opened elsewhere. */
export const newSealingKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ['encrypt', 'decrypt']);

/** Encrypts bytes. `place` is bound to them: in another place they do not open. */
export const seal = async (key: CryptoKey, place: string, bytes: BufferSource): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode(place);
  return { iv, data: await crypto.subtle.encrypt({ name: algorithm, iv, additionalData }, key, bytes) };
};

/** Decrypts what {@link seal} encrypted. @throws DOMException when it is not whole, or not from this place. */
export const unseal = (key: CryptoKey, place: string, { iv, data }: Sealed): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: algorithm, iv, additionalData: new TextEncoder().encode(place) }, key, data);
