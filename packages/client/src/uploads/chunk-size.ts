/** The least and the most that is sent in one piece, in bytes. */
const bounds = { least: 64 * 1024, most: 4 * 1024 * 1024 };

/** How long one piece should take, in milliseconds: what a connection that breaks costs at most, half of it on average. */
const aim = 3000;

/** Where nothing is known: about three seconds on a weak mobile network, one piece for most reduced photos elsewhere. */
const unknown = 256 * 1024;

const within = (bytes: number): number => Math.round(Math.min(bounds.most, Math.max(bounds.least, bytes)));

/** How much to send at first, by what the platform knows of its connection (Network Information, Chromium only). */
export const firstChunkSize = (): number => {
  const { connection } = (globalThis.navigator ?? {}) as { connection?: { downlink?: number } };
  // Megabits a second; upwards is seldom better than a quarter of downwards.
  return within(connection?.downlink ? ((connection.downlink * 1_000_000) / 8 / 4) * (aim / 1000) : unknown);
};

/** How much to send next, after a piece that went through. Grows fourfold at most: one fast piece may be a proxy's buffer. */
export const nextChunkSize = (bytes: number, milliseconds: number): number =>
  within(Math.min(bytes * 4, (bytes / Math.max(1, milliseconds)) * aim));

/** How much to send next, after a piece that did not go through. */
export const smallerChunkSize = (bytes: number): number => within(bytes / 2);
