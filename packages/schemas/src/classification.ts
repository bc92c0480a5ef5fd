import * as z from 'zod/mini';

/** What a citizen wants: to complain, to propose, or to ask. In the order in which the national form shows them. */
export const Classification = z.enum(['complaint', 'aspiration', 'informationRequest']);
/** What {@link Classification} parses to. */
export type Classification = z.infer<typeof Classification>;

/**
 * Whether a complaint is about misconduct that the internal auditors look into (*berkadar pengawasan*).
 * An operator judges this; a citizen is never asked.
 */
export const Supervision = z.enum(['supervisory', 'nonSupervisory']);
/** What {@link Supervision} parses to. */
export type Supervision = z.infer<typeof Supervision>;
