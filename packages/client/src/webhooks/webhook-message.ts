import { WebhookError } from './webhook-error.ts';

/** A message as a server without the Fetch standard has it: Express, Fastify, `node:http`. */
export interface WebhookParts {
  /** Headers by their names in small letters, as Node gives them, or a `Headers`. */
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body as it came, before anything has read it as JSON: reading and writing it again changes bytes, and then no signature fits. */
  readonly body: string | Uint8Array | ArrayBuffer;
}

/** A message of a gateway: a Fetch `Request` whose body nobody has read, or its parts. */
export type WebhookMessage = Request | WebhookParts;

/** Longest body that is read, in bytes. Events carry no texts; a thousandth of it would do. */
export const longestBody = 1_048_576;

/** Reads a stream to its end, or until it is too long. */
const readStream = async (stream: ReadableStream<Uint8Array> | null): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    chunks.push(part.value);
    length += part.value.length;
    if (length <= longestBody) continue;
    await reader?.cancel().catch(() => {});
    throw new WebhookError('bodyTooLarge');
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

const bytesOf = (body: WebhookParts['body']): Uint8Array => {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return new Uint8Array(body as ArrayBuffer);
  throw new TypeError(
    '@lapor/client/webhooks: `body` was already read as JSON. Hand over the raw bytes; in Express, put `express.raw({ type: "application/json" })` before this route.',
  );
};

/** The bytes of a message's body. */
export const bodyOf = async (message: WebhookMessage): Promise<Uint8Array> => {
  const bytes = message instanceof Request ? await readStream(message.body) : bytesOf(message.body);
  if (bytes.length > longestBody) throw new WebhookError('bodyTooLarge');
  return bytes;
};

/** One header of a message. @throws WebhookError when it is missing or empty. */
export const headerOf = ({ headers }: WebhookMessage, name: string): string => {
  const value = headers instanceof Headers ? headers.get(name) : headers[name];
  const single = typeof value === 'string' ? value : value?.join(' ');
  if (!single) throw new WebhookError('headerMissing', { header: name });
  return single;
};
