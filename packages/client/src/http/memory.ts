/** What was read before, so that reading it again can ask only whether it has changed. */
export interface Memory {
  get(name: string): { readonly etag: string; readonly text: string } | undefined;
  set(name: string, etag: string, text: string): void;
}

/** Enough for the lists that a page or a desk goes back to, in at most some megabytes. */
const most = { entries: 50, characters: 200_000 };

/** Keeps the latest answers. */
export const createMemory = (): Memory => {
  const entries = new Map<string, { etag: string; text: string }>();
  return {
    get: (name) => entries.get(name),
    set(name, etag, text) {
      entries.delete(name);
      if (text.length > most.characters) return;
      entries.set(name, { etag, text });
      const [oldest] = entries.keys();
      if (entries.size > most.entries && oldest !== undefined) entries.delete(oldest);
    },
  };
};
