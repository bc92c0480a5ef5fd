import * as z from 'zod/mini';
import type { Standing } from './sp4n-cursor.ts';

/** An id comes as a number or as its digits. */
const Id = z.union([z.int().check(z.minimum(0)), z.string().check(z.regex(/^\d{1,18}$/))]);
const MaybeText = z.optional(z.nullable(z.union([z.string(), z.number()])));

const listed = <Item extends z.core.$ZodType>(item: Item) => z._default(z.nullable(z.array(item)), []);

const Filed = z.looseObject({
  complaint_id: z.optional(Id),
  results: z.optional(z.looseObject({ complaint: z.optional(z.looseObject({ id: Id })) })),
});

const Uploaded = z.looseObject({
  results: z.looseObject({
    images: listed(z.looseObject({ id: Id })),
    docs: listed(z.looseObject({ id: Id })),
  }),
});

const Detail = z.looseObject({
  results: z.looseObject({
    data: z.looseObject({
      status_name: z.string(),
      disposition_id: z.optional(z.nullable(Id)),
      disposition_name: MaybeText,
    }),
    data_logs: listed(z.unknown()),
  }),
});

const FollowUp = z.looseObject({
  id: Id,
  institution_from_name: MaybeText,
  institution_to_name: MaybeText,
  content: MaybeText,
  template_content: MaybeText,
  data: z.optional(z.unknown()),
  created_at: MaybeText,
});
/** One follow-up as it is told. */
export type FollowUp = z.infer<typeof FollowUp>;

const FollowUps = z.looseObject({
  results: z.looseObject({ data: listed(FollowUp), next_page_url: MaybeText }),
});

const Found = z.looseObject({
  results: z.looseObject({
    data: listed(z.looseObject({ id: Id, tags_raw: MaybeText })),
  }),
});

const reading =
  <Schema extends z.core.$ZodType, Result>(schema: Schema, make: (value: z.output<Schema>) => Result) =>
  (body: unknown): Result | undefined => {
    const parsed = z.safeParse(schema, body);
    return parsed.success ? make(parsed.data) : undefined;
  };

/** The number of a report that was filed. */
export const readFiled = reading(Filed, ({ complaint_id: id, results }): string | undefined => {
  const found = id ?? results?.complaint?.id;
  return found === undefined ? undefined : String(found);
});

/** The ids of files, of pictures and documents both. */
export const readUploaded = reading(Uploaded, ({ results }): number[] =>
  [...(results.images ?? []), ...(results.docs ?? [])].map(({ id }) => Number(id)),
);

/** How a report stands. */
export const readDetail = reading(Detail, ({ results: { data, data_logs: logs } }): Standing => {
  const { status_name: label, disposition_id: id, disposition_name: name } = data;
  return {
    label,
    logs: logs?.length ?? 0,
    ...(id !== undefined && id !== null && { institutionId: Number(id) }),
    ...(name !== undefined && name !== null && { institutionName: String(name) }),
  };
});

/** One page of follow-ups. */
export const readFollowUps = reading(FollowUps, ({ results: { data, next_page_url: next } }) => ({
  items: data ?? [],
  hasMore: typeof next === 'string' && next !== '',
}));

/** Reports that carry a hashtag, by their numbers. The tag has to stand there as a word of its own. */
export const readFound = (body: unknown, tag: string): string[] | undefined =>
  reading(Found, ({ results: { data } }) =>
    (data ?? [])
      .filter(({ tags_raw: tags }) =>
        String(tags ?? '')
          .split(/[\s,]+/)
          .includes(tag),
      )
      .map(({ id }) => String(id)),
  )(body);
