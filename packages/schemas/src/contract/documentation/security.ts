import type { Caller } from '../endpoint.ts';

/** The name of each caller's security scheme. */
export const securitySchemeOf = {
  site: 'siteKey',
  reporter: 'reporterToken',
  desk: 'deskKey',
} as const satisfies Record<Exclude<Caller, 'anyone'>, string>;

/** The keys that a call can carry as `Authorization: Bearer …`, by the name of their security scheme. */
export const securitySchemes = {
  siteKey: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'pk_…',
    description:
      'A publishable key. It stands in the page, so it is no secret: it names the site, and works only on the origins that the site has registered. The gateway enforces that by the `Origin` header.',
  },
  reporterToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'rt_…',
    description:
      'The follow-up token of one report. It is shown once, in the receipt. Whoever has it can read and answer that report, and nothing else.',
  },
  deskKey: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'sk_…',
    description:
      'A secret key of an institution, for it and everything below it. It belongs on a server, never in a page.',
  },
} as const;
