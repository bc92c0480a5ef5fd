import * as z from 'zod/mini';

const dotted = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;

/**
 * A Kemendagri region code with dots: province `13`, regency `13.71`, district `13.71.01`, village `13.71.01.1001`.
 *
 * The form alone is checked here; whether the region exists is a question for `@lapor/schemas/regions`.
 * Source: Kepmendagri 300.2.2-2138 Tahun 2025. BPS and SP4N number regions differently and are never mixed in.
 */
export const RegionCode = z.string().check(z.regex(dotted));

/** What {@link RegionCode} parses to: one to four segments of digits, joined by dots. */
export type RegionCode = z.infer<typeof RegionCode>;
