import * as z from 'zod/mini';

/**
 * An address that a page may safely put into a link: `https:`, `http:`, `tel:`, `sms:` or `mailto:` in small letters,
 * in the ASCII characters that RFC 3986 allows (others percent-encoded, hosts as punycode), at most 2,000 of them.
 *
 * Everything else is refused, above all `javascript:`, because such a link is set by one person and clicked by another.
 */
export const Link = z.string().check(z.regex(/^(https?:\/\/|tel:|sms:|mailto:)[!#-;=?-[\]-~]+$/), z.maxLength(2000));

/** What {@link Link} parses to. */
export type Link = z.infer<typeof Link>;
