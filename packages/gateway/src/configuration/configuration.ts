import { isIP } from 'node:net';
import * as z from 'zod/mini';
import { ClockPolicySettings } from '../clock-plan/clock-policy.ts';
import { readMailSender } from './read-mail-sender.ts';
import { readMailServer } from './read-mail-server.ts';
import { Open311Settings } from './open311-settings.ts';
import { Sp4nSettings } from './sp4n-settings.ts';

const Limit = z.strictObject({ calls: z.int().check(z.minimum(1)), seconds: z.int().check(z.minimum(1)) });

const Text = z.string().check(z.minLength(1), z.maxLength(1000));

const Url = z.url({ protocol: /^https?$/ });

/** Scheme, host and port; a slash at the end may stay. */
const Address = Url.check(z.regex(/^https?:\/\/[^/?#@]+\/?$/));

/** What looks like an address of PostgreSQL and can be read as one: a `#` in a password, say, has to be written as `%23`. */
const DatabaseUrl = Text.check(
  z.regex(/^postgres(ql)?:\/\//),
  z.refine((text) => URL.canParse(text)),
);

/** A header's name (RFC 9110, 5.1), in small letters. */
const HeaderName = z.string().check(z.toLowerCase(), z.regex(/^[a-z0-9!#$%&'*+.^_`|~-]{1,100}$/));

const Hour = z.int().check(z.minimum(0), z.maximum(23));

/** A door out. */
const Connector = z.enum(['desk', 'sp4n', 'open311']);

const Seconds = z.int().check(z.minimum(1), z.maximum(604_800));

/** A block of addresses: `10.20.0.0/16`, `fd12:3456::/32`. */
const Network = z.string().check(
  z.refine((text) => {
    const [base = '', bits = ''] = text.split('/');
    const family = isIP(base);
    return family !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
  }),
);

/** Everything that a gateway can be told, by flags, by the environment, or in one file. */
export const Configuration = z.strictObject({
  /** Where it listens. 0 takes any free port. */
  port: z._default(z.int().check(z.minimum(0), z.maximum(65_535)), 1708),
  /** The address it listens on. Behind a proxy on the same machine, the loopback address is enough. */
  host: z._default(Text, '127.0.0.1'),
  /** Folder for the database within the process, and for attachments. */
  data: z._default(Text, '.lapor/gateway'),
  /** A PostgreSQL server's address. Without it the database lies in `data`. */
  databaseUrl: z.optional(DatabaseUrl),
  /** Connections to that server. */
  databaseConnections: z._default(z.int().check(z.minimum(2), z.maximum(500)), 10),
  /** Where people and programs reach the gateway from outside, without a path. */
  publicUrl: z.optional(Address),
  /** How many proxies in front may be believed about the caller's address (`X-Forwarded-For`). */
  trustedProxies: z._default(z.int().check(z.minimum(0), z.maximum(10)), 0),
  /** Fills an empty database with the five example governments and their well-known keys. Never for real use. */
  demo: z._default(z.boolean(), false),
  /** Lets the clock be moved. Never for real use. */
  sandbox: z._default(z.boolean(), false),
  /** How much one caller may ask of this process in how many seconds. */
  rateLimits: z.optional(z.strictObject({ read: Limit, write: Limit, desk: Limit })),
  /** Public figures below this are hidden, because they could point at a person. With 0 only confidential reports are guarded. */
  suppressedBelow: z._default(z.int().check(z.minimum(0), z.maximum(1000)), 5),
  /** What happens by itself, and when. */
  clockPolicy: z.optional(ClockPolicySettings),
  /** A virus scanner's address, `host:port` or the path of its socket (clamd). */
  clamd: z.optional(Text),
  /** A store for attachments that speaks S3, instead of the folder. */
  s3: z.optional(
    z.strictObject({
      endpoint: Url,
      bucket: Text,
      region: z._default(Text, 'us-east-1'),
      accessKeyId: Text,
      secretAccessKey: Text,
    }),
  ),
  /** Where webhooks may go besides public addresses by `https:`. */
  webhooks: z.optional(
    z.strictObject({
      /** Whether receivers may be reached without encryption. */
      http: z._default(z.boolean(), false),
      /** Networks of one's own that receivers may lie in. */
      networks: z._default(z.array(Network).check(z.maxLength(50)), []),
      /** Seconds that a receiver has to answer. */
      patience: z._default(z.int().check(z.minimum(1), z.maximum(60)), 10),
    }),
  ),
  /** By whom and how reporters are written to. Without it nobody is. */
  email: z.optional(
    z.strictObject({
      /** The mail server's address: `smtps://NAME:PASSWORD@HOST`, or `smtp://HOST:587`, which encrypts by STARTTLS. */
      server: Text.check(z.refine((text) => readMailServer(text) !== undefined)),
      /** `LAPOR! Sumatera Barat <lapor@sumbarprov.example>`, or an address alone. */
      from: Text.check(z.refine((text) => readMailSender(text) !== undefined)),
      /** Whether the connection has to be encrypted. `whenOffered` is for a server on the same machine. */
      tls: z._default(z.enum(['required', 'whenOffered']), 'required'),
    }),
  ),
  /** When reporters are told of news, on whatever channel, and how much of it. */
  notifications: z.optional(
    z.strictObject({
      /** From this hour of the region's day on nothing is sent … */
      quietFrom: z._default(Hour, 21),
      /** … until this one. The same hour twice: at any time. */
      quietUntil: z._default(Hour, 6),
      /** Seconds that news waits for more of it. */
      gatherSeconds: z._default(z.int().check(z.minimum(0), z.maximum(86_400)), 300),
      /** Messages that one address gets within a day at most. */
      dailyPerAddress: z._default(z.int().check(z.minimum(1), z.maximum(10_000)), 30),
    }),
  ),
  /** The SMSC over which reports come by SMS. Without it there is no SMS. */
  sms: z.optional(
    z.strictObject({
      host: Text,
      /** Without it 2775, and 3550 with TLS. */
      port: z.optional(z.int().check(z.minimum(1), z.maximum(65_535))),
      /** SMPP 3.4 has 15 characters for the name and 8 for the password; SMSCs are known that take more. */
      systemId: Text.check(z.maxLength(64)),
      password: Text.check(z.maxLength(64)),
      systemType: z._default(z.string().check(z.maxLength(12)), ''),
      /** Whether the line is encrypted. */
      tls: z._default(z.boolean(), false),
      /** Who signed the SMSC's certificate, as PEM, where it is no well-known authority. */
      certificateAuthority: z.optional(z.string().check(z.minLength(1), z.maxLength(100_000))),
      /** From whom our messages come: a short code, a number with its country code, or a name. */
      sourceAddress: z.string().check(z.regex(/^(\+?\d{3,20}|(?=.*[A-Za-z])[A-Za-z0-9 ._-]{1,11})$/)),
      /** Type of number and numbering plan of that address, where the SMSC wants others than what it looks like. */
      sourceTypeOfNumber: z.optional(z.int().check(z.minimum(0), z.maximum(6))),
      sourceNumberingPlan: z.optional(z.int().check(z.minimum(0), z.maximum(18))),
      /** The words with which a report begins. Without them every message is one. */
      keyword: z.optional(z.string().check(z.regex(/^[\p{L}\p{N}]+( [\p{L}\p{N}]+){0,3}$/u), z.maxLength(40))),
      /** The id of the site into which reports go. */
      site: Text,
      /** Whether reporters who chose SMS are told of news by it. */
      news: z._default(z.boolean(), true),
      /** What the SMSC means by its own alphabet in what it hands over. */
      standardAlphabet: z._default(z.enum(['gsm', 'latin1']), 'gsm'),
      /** Requests that wait for an answer at the same time. */
      window: z._default(z.int().check(z.minimum(1), z.maximum(1000)), 10),
      /** Short messages in a second at most. */
      perSecond: z._default(z.int().check(z.minimum(1), z.maximum(1000)), 10),
    }),
  ),
  /** Which door out each institution's reports take: `desk` keeps them here. */
  connectors: z.optional(
    z.strictObject({
      /** By the institution's id; it holds for everything below it, too. */
      institutions: z._default(z.record(Text.check(z.maxLength(100)), Connector), {}),
      /** For all others. */
      otherwise: z._default(Connector, 'desk'),
    }),
  ),
  /** How the door in the shape of V3 is knocked at: which headers carry the two secrets. */
  v3: z.optional(
    z
      .strictObject({
        authorizationHeader: z._default(HeaderName, 'authorization'),
        tokenHeader: z._default(HeaderName, 'token'),
      })
      .check(z.refine(({ authorizationHeader, tokenHeader }) => authorizationHeader !== tokenHeader)),
  ),
  /** How SP4N-LAPOR! is reached. Its contract is not published; whoever has the developer's role reads it there. */
  sp4n: z.optional(Sp4nSettings),
  /** How a server of Open311 GeoReport v2 is reached. */
  open311: z.optional(Open311Settings),
  /** How patient the gateway is with other systems. */
  forwarding: z.optional(
    z.strictObject({
      /** Seconds for one call. */
      patience: z.optional(Seconds),
      /** Seconds after which it is looked what came of a call whose end nobody knows. */
      settling: z.optional(Seconds),
      /** Seconds between two polls of a report that moves. */
      pollEvery: z.optional(Seconds),
      /** Seconds between two polls of a report that rests. */
      pollAtLeastEvery: z.optional(Seconds),
    }),
  ),
  /** The least important lines that are still written to the log. */
  logLevel: z._default(z.enum(['silent', 'error', 'warn', 'info', 'debug']), 'info'),
});
/** What {@link Configuration} parses to. */
export type Configuration = z.infer<typeof Configuration>;
/** A configuration file's content: everything in it may be left out. */
export type ConfigurationInput = z.input<typeof Configuration>;

/**
 * Names the type of a configuration file, so that an editor can help to write it.
 *
 * @example export default defineConfiguration({ publicUrl: 'https://lapor.sumbarprov.example', trustedProxies: 1 });
 */
export const defineConfiguration = (configuration: ConfigurationInput): ConfigurationInput => configuration;
