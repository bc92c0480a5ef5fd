import * as z from 'zod/mini';
import { BaseUrl } from './base-url.ts';

const Text = z.string().check(z.minLength(1), z.maxLength(1000));
const Id = z.int().check(z.minimum(0));
/** Ids of the other system by our own ids. */
const Ids = z._default(z.record(z.string().check(z.maxLength(100)), Id), {});
const HeaderName = z.string().check(z.regex(/^[A-Za-z0-9-]{1,60}$/));
const Path = z.string().check(z.regex(/^\/[^\s?#]*$/));

/**
 * How a gateway speaks to SP4N-LAPOR!. Its contract is not published: who has the developer's role reads it there, and every
 * number and name that may differ stands here. Nothing of it has a value that was guessed.
 */
export const Sp4nSettings = z.strictObject({
  /** Up to the version, without a slash at the end: `https://HOST/lapor/3.0.0`. */
  baseUrl: BaseUrl,
  /** The whole value of the first secret header, with `Bearer ` where it is wanted. */
  authorization: Text,
  /** The value of the second secret header. */
  token: Text,
  authorizationHeader: z._default(HeaderName, 'Authorization'),
  tokenHeader: z._default(HeaderName, 'token'),
  /** Where reports are filed. Some institutions have an address of their own. */
  createPath: z._default(Path, '/complaints/complaint'),
  /**
   * Where a report can be found by its mark: `{marker}` stands for it. Without it a report of which nobody knows whether it
   * arrived is put aside for an operator to look.
   */
  lookUpPath: z.optional(z.string().check(z.regex(/^\/\S*\{marker\}\S*$/))),
  /** The account in whose name reports are filed that are anonymous or of which no contact is known. */
  userId: z.optional(Id),
  /** Whether name and contact of those who want to be known go up, in their own fields. */
  sendReporter: z._default(z.boolean(), true),
  channelId: Id,
  classifications: z.strictObject({ complaint: Id, aspiration: Id, informationRequest: Id }),
  categories: Ids,
  /** For reports without a category, and for those whose category has no id above. */
  otherCategoryId: Id,
  /** By code of a region; the longest that a place begins with counts. */
  locations: Ids,
  otherLocationId: Id,
  /** Institutions to which reports are to be disposed. Others are left to the coordinator there. */
  institutions: Ids,
  /** In whose name we write: the institution that runs this gateway. */
  ownInstitutionId: z.optional(Id),
  /** The template under which something is told, where there is one. */
  templates: z._default(
    z.strictObject({
      reply: z.optional(Text),
      rating: z.optional(Text),
      dispute: z.optional(Text),
      withdrawal: z.optional(Text),
    }),
    {},
  ),
  /** Whether a report that is given back here as outside our authority is given back there, too. */
  returns: z._default(z.boolean(), false),
  /** How the ids of files are written: `"[1,2]."`, `"[1,2]"` or `[1,2]`. */
  attachments: z._default(z.enum(['dotted', 'text', 'list']), 'dotted'),
  /** Further hashtags of every report. */
  tags: z._default(z.array(z.string().check(z.regex(/^#[\p{L}\p{N}_]{1,50}$/u))).check(z.maxLength(10)), []),
  /** Members of a report that stand above do not know of. */
  extra: z._default(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])), {}),
  /** Calls at the same time. */
  concurrency: z._default(z.int().check(z.minimum(1), z.maximum(64)), 4),
});
/** What {@link Sp4nSettings} parses to. */
export type Sp4nSettings = z.infer<typeof Sp4nSettings>;
