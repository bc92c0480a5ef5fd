import * as z from 'zod/mini';

/** Where another system's interface begins: an `http(s)` address up to the version, without a slash at the end. */
export const BaseUrl = z.url({ protocol: /^https?$/ }).check(z.regex(/^https?:\/\/[^?#@]+[^/?#@]$/));
