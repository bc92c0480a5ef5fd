import * as z from 'zod/mini';
import { BaseUrl } from './base-url.ts';

const Text = z.string().check(z.minLength(1), z.maxLength(1000));
const Code = z.string().check(z.minLength(1), z.maxLength(200));

/** How a gateway speaks to a server of Open311 GeoReport v2. */
export const Open311Settings = z.strictObject({
  /** Up to the version, without a slash at the end: `https://HOST/open311/v2`. */
  baseUrl: BaseUrl,
  apiKey: Text,
  /** Which of a server's jurisdictions, where it has several. */
  jurisdictionId: z.optional(Text),
  /** The form in which it answers. The specification requires XML; many servers speak JSON as well. */
  format: z._default(z.enum(['xml', 'json']), 'xml'),
  /** Its service codes by the ids of our categories. */
  services: z._default(z.record(z.string().check(z.maxLength(100)), Code), {}),
  /** For reports without a category, and for those whose category has no service above: whoever coordinates there sorts them. */
  defaultService: Code,
  /** Its attribute codes by the ids of our questions. Others go up under our own ids. */
  attributes: z._default(z.record(z.string().check(z.maxLength(100)), Code), {}),
  /** Whether name and contact of those who want to be known go up. */
  sendReporter: z._default(z.boolean(), true),
  /**
   * How photos go up: not at all, as links that work for a quarter of an hour (`media_url`), or as files in the request, which
   * is no part of the specification but understood by FixMyStreet and by this gateway. What the server shows to the public it
   * may show with its photos.
   */
  photos: z._default(z.enum(['none', 'links', 'files']), 'none'),
  /** Whether it speaks the extension for updates of service requests. Without it nothing but the status is heard, and nothing said. */
  updates: z._default(z.boolean(), false),
  /**
   * Whether reports of which nobody knows whether they arrived are looked for in its list. A server that shows requests late or
   * not at all must have `false` here: an operator looks then.
   */
  lookUp: z._default(z.boolean(), true),
  /** Calls at the same time. */
  concurrency: z._default(z.int().check(z.minimum(1), z.maximum(64)), 4),
});
/** What {@link Open311Settings} parses to. */
export type Open311Settings = z.infer<typeof Open311Settings>;
