import * as z from 'zod/mini';

/** The door through which a report came in. An open set: regions name doors of their own. */
export const Channel = z.string().check(z.regex(/^[a-z][A-Za-z0-9-]{0,39}$/));
/** What {@link Channel} parses to: `website`, `api`, `form`, `sms`, `email`, `open311`, `sp4n`, `import` or another. */
export type Channel = z.infer<typeof Channel>;
