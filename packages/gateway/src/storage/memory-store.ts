import type { AttachmentStore } from './attachment-store.ts';

/** Keeps attachments in memory, gone with the process: for tests. */
export const memoryStore = (): AttachmentStore => {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    put: async (key, bytes) => void kept.set(key, new Uint8Array(bytes)),
    get: async (key) => {
      const bytes = kept.get(key);
      return bytes && new Blob([bytes]).stream();
    },
    empty: async (folder, except) => {
      for (const key of kept.keys()) if (key.startsWith(`${folder}/`) && key !== except) kept.delete(key);
    },
  };
};
