/** What comes out of a body: a block of it, and whether the sender hung up after it. */
export interface Block {
  readonly bytes: Buffer;
  readonly isCut: boolean;
}

/**
 * Gathers a body into blocks of about the given size. A connection that breaks, or that is given up by the signal, gives
 * what has come until then as its last block: on a weak network those bytes were paid for.
 */
export async function* readBlocks(
  body: ReadableStream<Uint8Array>,
  size: number,
  giveUp: AbortSignal,
): AsyncGenerator<Block> {
  const reader = body.getReader();
  // A read that is waiting ends when its reader is cancelled.
  const cancel = (): void => void reader.cancel().catch(() => {});
  giveUp.addEventListener('abort', cancel);
  let chunks: Uint8Array[] = [];
  let gathered = 0;
  const take = (): Buffer => {
    const bytes = Buffer.concat(chunks);
    chunks = [];
    gathered = 0;
    return bytes;
  };
  try {
    for (;;) {
      const step = await reader.read().catch(() => undefined);
      if (step === undefined || giveUp.aborted) return void (yield { bytes: take(), isCut: true });
      if (step.done) break;
      chunks.push(step.value);
      gathered += step.value.byteLength;
      if (gathered >= size) yield { bytes: take(), isCut: false };
    }
    if (gathered > 0) yield { bytes: take(), isCut: false };
  } finally {
    // Whoever stops reading early says so to the sender.
    cancel();
  }
}
