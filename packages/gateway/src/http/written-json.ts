import { entityTag } from './entity-tag.ts';

/** A body as it goes over the wire. */
export interface WrittenJson {
  readonly bytes: Buffer<ArrayBuffer>;
  /** Its entity tag. */
  tag(): string;
}

const write = (body: object): WrittenJson => {
  // As bytes at once: as a text it would be turned into bytes for its tag, for its length, and for the socket.
  const bytes = Buffer.from(JSON.stringify(body));
  let tag: string | undefined;
  return { bytes, tag: () => (tag ??= entityTag(bytes)) };
};

const written = new WeakMap<object, WrittenJson>();

/** Writes a body as JSON. A frozen one is given again, and again, and so it is written only once. */
export const writtenJson = (body: object): WrittenJson => {
  if (!Object.isFrozen(body)) return write(body);
  const known = written.get(body) ?? write(body);
  written.set(body, known);
  return known;
};
