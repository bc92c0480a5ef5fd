import type { Connection } from '../http/connection.ts';
import { base64, sha256 } from './checksum-of.ts';
import type { UploadMemory } from './upload-options.ts';

/** What is remembered of one file that is on its way. */
export interface Unfinished {
  id(): string | undefined;
  begin(id: string): void;
  forget(): void;
}

/** Uploads that were begun on this page: for each connection by the file itself. */
const begun = /* @__PURE__ */ new WeakMap<Connection, WeakMap<Blob, string>>();

const onThisPage = (connection: Connection, file: Blob): Unfinished => {
  const files = begun.get(connection) ?? new WeakMap<Blob, string>();
  begun.set(connection, files);
  return { id: () => files.get(file), begin: (id) => files.set(file, id), forget: () => files.delete(file) };
};

/** A file's name in a memory: by its content, or, where that cannot be hashed, by what else tells files apart. */
const nameOf = async ({ gateway, key }: Connection, file: Blob): Promise<string> => {
  const { name, lastModified } = file as Partial<File>;
  const content = await sha256(file);
  const text = content ? base64(content) : [name, file.type, lastModified].join(' ');
  return `lapor-upload ${gateway} ${key.slice(0, 3)} ${file.size} ${text}`;
};

/** A memory that is full or blocked, as storage in private windows is, must not stop an upload. */
const dare = <Result>(work: () => Result): Result | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

const inMemory = (memory: UploadMemory, name: string): Unfinished => ({
  id: () => dare(() => memory.getItem(name)) ?? undefined,
  begin: (id) => dare(() => memory.setItem(name, id)),
  forget: () => dare(() => memory.removeItem(name)),
});

/** Finds what is remembered of a file. */
export const unfinishedOf = async (
  connection: Connection,
  file: Blob,
  memory: UploadMemory | undefined,
): Promise<Unfinished> => (memory ? inMemory(memory, await nameOf(connection, file)) : onThisPage(connection, file));
