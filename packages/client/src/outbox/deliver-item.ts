import type { NewReportInput, Receipt } from '@lapor/schemas';
import { solveChallenge } from '../challenge/solve-challenge.ts';
import type { OutboxClient, OutboxMemory } from './outbox-item.ts';
import type { OutboxStorage, StoredItem } from './outbox-storage.ts';
import { unseal } from './seal.ts';

/** What is sealed as an item's content. */
export interface ItemContent {
  readonly report: NewReportInput;
  readonly files: readonly { readonly name?: string; readonly type: string }[];
}

/** What an item holds cannot be read any more. */
export class UnreadableError extends Error {
  override name = 'UnreadableError';
}

/** Opens something that is sealed in an item. @throws UnreadableError */
export const open = async (storage: OutboxStorage, place: string, sealed: StoredItem['content']) => {
  try {
    return await unseal(storage.key, place, sealed);
  } catch {
    throw new UnreadableError('@lapor/client/outbox: a report cannot be read any more.');
  }
};

/** Opens sealed JSON. @throws UnreadableError */
export const openJson = async <Value>(storage: OutboxStorage, place: string, sealed: StoredItem['content']) =>
  JSON.parse(new TextDecoder().decode(await open(storage, place, sealed))) as Value;

/** How far the uploads of an item are, kept with it, so that the next visit goes on there. */
const memoryOf = (storage: OutboxStorage, item: StoredItem): OutboxMemory => {
  const known = new Map(Object.entries(item.unfinished));
  const keep = () => {
    const unfinished = Object.fromEntries(known);
    // When it cannot be kept, the next attempt uploads from the start; nothing else depends on it.
    storage.change(item.id, (current) => ({ ...current, unfinished })).catch(() => {});
  };
  return {
    getItem: (name) => known.get(name) ?? null,
    setItem: (name, value) => (known.set(name, value), keep()),
    removeItem: (name) => (known.delete(name), keep()),
  };
};

const codeOf = (error: unknown): string | undefined => (error as { code?: string } | undefined)?.code;

/** Has every file at the gateway, and the ids of the uploads kept: whoever came first, in whichever tab. */
const upload = async (
  storage: OutboxStorage,
  client: OutboxClient,
  item: StoredItem,
  { files }: ItemContent,
  signal: AbortSignal,
): Promise<string[]> => {
  const memory = memoryOf(storage, item);
  const ids: string[] = [];
  for (const [index, sealed] of item.files.entries()) {
    const kept = (await storage.get(item.id))?.uploads[index];
    if (kept) {
      ids.push(kept);
      continue;
    }
    const { name, type = '' } = files[index] ?? {};
    const file = new Blob([await open(storage, `${item.id} ${index}`, sealed)], { type });
    const { id } = await client.attachments.upload(file, { ...(name !== undefined && { name }), memory, signal });
    const changed = await storage.change(item.id, (current) =>
      current.uploads[index]
        ? undefined
        : { ...current, uploads: current.uploads.map((known, at) => (at === index ? id : known)) },
    );
    ids.push(changed?.uploads[index] ?? id);
  }
  return ids;
};

/**
 * Sends an item once: its files, then the report under the item's own idempotency key.
 *
 * @throws what the client throws; UnreadableError.
 */
export const deliverItem = async (
  storage: OutboxStorage,
  client: OutboxClient,
  item: StoredItem,
  signal: AbortSignal,
): Promise<Receipt> => {
  const content = await openJson<ItemContent>(storage, item.id, item.content);
  const submit = async (challenge?: string): Promise<Receipt> => {
    const attachments = await upload(storage, client, item, content, signal);
    const report = {
      ...content.report,
      ...(attachments.length > 0 && { attachments: [...(content.report.attachments ?? []), ...attachments] }),
      ...(challenge !== undefined && { challenge }),
    };
    return client.reports.submit(report, { idempotencyKey: item.idempotencyKey, signal });
  };
  try {
    return await submit();
  } catch (error) {
    // What was solved or uploaded long ago has been forgotten there. That it says so proves that it has no such report.
    if (codeOf(error) === 'challengeFailed')
      return submit(await solveChallenge(await client.site.challenge({ signal }), { signal }));
    const hadUploads = item.uploads.some((id) => id !== null);
    if (codeOf(error) !== 'attachmentRefused' || !hadUploads) throw error;
    await storage.change(item.id, (current) => ({
      ...current,
      uploads: current.uploads.map(() => null),
      unfinished: {},
    }));
    return submit();
  }
};
