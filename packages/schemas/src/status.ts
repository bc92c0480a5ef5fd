import * as z from 'zod/mini';

/** Every status that this kit knows, in the order in which a report usually passes them. */
export const statusCodes = [
  'unverified',
  'verified',
  'disposed',
  'inProgress',
  'followedUp',
  'reporterReplied',
  'completed',
  'postponed',
  'archived',
  'unknown',
] as const;

/** A status that this kit knows. The gateway's own reports always have one of these. */
export const KnownStatusCode = z.enum(statusCodes);
/** What {@link KnownStatusCode} parses to. */
export type KnownStatusCode = z.infer<typeof KnownStatusCode>;

// Pure, so that a page which only maps labels does without zod.
/**
 * A status on the wire: an open set. A newer gateway may send a code that is not in {@link statusCodes};
 * show its label and treat it as `unknown`.
 */
export const StatusCode = /* @__PURE__ */ z.string().check(z.regex(/^[a-z][A-Za-z]{0,39}$/));
/** What {@link StatusCode} parses to. */
export type StatusCode = z.infer<typeof StatusCode>;

/** Where a report stands, ready to show. */
export const ReportStatus = z.object({
  code: StatusCode,
  /** The status in words, in the language that was asked for. */
  label: z.string(),
  /** What the upstream system calls it, word for word, when the status came from there. */
  rawLabel: z.optional(z.string()),
});
/** What {@link ReportStatus} parses to. */
export type ReportStatus = z.infer<typeof ReportStatus>;

/** Statuses in which nobody owes the reporter anything any more. */
export const closedStatuses: ReadonlySet<string> = new Set<KnownStatusCode>(['completed', 'archived']);

/**
 * Labels of SP4N-LAPOR! as seen in public lists and exports, in small letters.
 * A longer one stands before any that it begins with: "selesai otomatis dalam" before "selesai".
 * They match at the start only, so that "belum terverifikasi" never counts as "terverifikasi".
 */
const labelPrefixes: readonly (readonly [prefix: string, code: KnownStatusCode])[] = [
  ['menunggu kelengkapan informasi', 'postponed'],
  // Public lists say "Selesai otomatis dalam 10 hari" of a report that was answered and is not closed yet.
  ['selesai otomatis dalam', 'followedUp'],
  ['ditanggapi oleh pelapor', 'reporterReplied'],
  ['belum ditindaklanjuti', 'disposed'],
  ['belum terverifikasi', 'unverified'],
  ['belum terdisposisi', 'verified'],
  ['ditutup oleh pelapor', 'completed'],
  ['ditutup oleh sistem', 'completed'],
  ['ditutup oleh admin', 'completed'],
  ['ditindaklanjuti', 'followedUp'],
  ['konten terblokir', 'archived'],
  ['terverifikasi', 'verified'],
  ['terdisposisi', 'disposed'],
  ['dalam proses', 'inProgress'],
  ['diarsipkan', 'archived'],
  ['diproses', 'inProgress'],
  ['ditunda', 'postponed'],
  ['selesai', 'completed'],
  ['diarsip', 'archived'],
  ['proses', 'inProgress'],
];

/**
 * Maps an upstream's label to a status code; anything unheard of is `unknown`, and its raw label is to be kept and shown.
 *
 * Case, runs of spaces and no-break spaces do not matter. A prefix counts only up to a word's end, so that
 * "Selesaikan" is not "Selesai".
 */
export const statusOfLabel = (rawLabel: string): KnownStatusCode => {
  const label = rawLabel.slice(0, 200).replace(/\s+/gu, ' ').trim().toLowerCase();
  const found = labelPrefixes.find(
    ([prefix]) => label.startsWith(prefix) && !/^\p{L}/u.test(label.slice(prefix.length)),
  );
  return found?.[1] ?? 'unknown';
};
