import * as z from 'zod/mini';
import type { Check } from './check.ts';
import type { ConformanceContext } from './conformance-context.ts';
import { expectThat } from './deviation.ts';
import { callV3, expectV3, expectV3Refusal, V3Id, v3Page } from './v3-answer.ts';
import { observed } from './v3-checks.ts';

const Files = z.object({
  results: z.object({ images: z.array(z.object({ id: V3Id })), docs: z.array(z.object({ id: V3Id })) }),
});

const Filed = z.union([
  z.object({ complaint_id: V3Id }),
  z.object({ results: z.object({ complaint: z.object({ id: V3Id }) }) }),
]);

const Detail = z.object({
  results: z.object({
    data: z.object({
      status_code: z.union([z.int(), z.string()]),
      status_name: z.string().check(z.minLength(1)),
      disposition_id: z.nullable(V3Id),
      disposition_name: z.nullable(z.string()),
    }),
    data_logs: z.array(
      z.object({
        institution_to: z.object({ id: V3Id, name: z.string() }),
        content: z.nullable(z.string()),
        date: z.string(),
      }),
    ),
  }),
});

const moment = /^\d{2}-\d{2}-\d{4} \d{2}:\d{2}:\d{2}$/;

const FollowUp = z.object({
  id: V3Id,
  institution_from_name: z.nullable(z.string()),
  institution_to_name: z.nullable(z.string()),
  content: z.nullable(z.string()),
  template_code: z.nullable(z.string()),
  template_content: z.nullable(z.string()),
  data: z.nullable(z.string()),
  created_at: z.string().check(z.regex(moment)),
  attachments: z.union([
    z.literal(false),
    z.array(z.object({ path: z.string(), file_name: z.string(), extension: z.string() })),
  ]),
});

/** A name that nobody bears, by which a leak is known. */
const plantedName = 'Siti Uji Kasasuaian';

const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

const keptFile = (context: ConformanceContext): Promise<number> =>
  context.remember('v3 file', async () => {
    const body = new FormData();
    body.append('attachments[]', new Blob([pdf], { type: 'application/pdf' }), 'uji.pdf');
    const answer = await callV3(context, 'POST', '/complaints/complaint/file', { body });
    const { images, docs } = expectV3(answer, Files, '`results.images[].id` and `results.docs[].id`').results;
    expectThat(images.length === 0 && docs.length === 1, 'one document and no image', answer.told);
    return docs[0]?.id ?? 0;
  });

const complaint = (context: ConformanceContext, change: object) => ({
  title: 'Uji kesesuaian: jembatan rusak',
  content: `Pengaduan ini dibuat oleh uji kesesuaian dan boleh dihapus. ${context.newName()}`,
  channel: 13,
  is_new_user_slider: true,
  nameUser: plantedName,
  emailUser: 'uji-kesesuaian@contoh.invalid',
  classification_id: 1,
  is_anonymous: true,
  is_secret: false,
  attachments: false,
  ...change,
});

const fileOne = async (context: ConformanceContext, change: object = {}): Promise<number> => {
  const answer = await callV3(context, 'POST', '/complaints/complaint', { body: complaint(context, change) });
  const filed = expectV3(answer, Filed, '`complaint_id` or `results.complaint.id`');
  return 'complaint_id' in filed ? filed.complaint_id : filed.results.complaint.id;
};

const filed = (context: ConformanceContext): Promise<number> =>
  context.remember('v3 complaint', async () => fileOne(context, { attachments: `[${await keptFile(context)}].` }));

const followUps = async (context: ConformanceContext, id: number) => {
  const answer = await callV3(context, 'GET', `/complaints/${id}/followups?page=1`);
  return expectV3(answer, v3Page(FollowUp), 'a page of follow-ups').results.data;
};

const needs = ['v3', 'filing'] as const;

/** What becomes of a complaint in the V3 shape. */
export const v3FilingChecks: readonly Check[] = [
  {
    id: 'v3.file.numbers',
    title: 'A document gets a number in the list of documents',
    source: `${observed}: POST /complaints/complaint/file`,
    needs,
    run: async (context) => void (await keptFile(context)),
  },
  {
    id: 'v3.complaint.filed',
    title: 'A complaint with a file gets a number',
    source: `${observed}: POST /complaints/complaint, attachments "[1]."`,
    needs,
    run: async (context) => void (await filed(context)),
  },
  {
    id: 'v3.complaint.no-dot',
    title: 'The files’ numbers may also be written without the dot at the end',
    source: `${observed}: older programs write "[1]"`,
    needs,
    run: async (context) => void (await fileOne(context, { attachments: '[]' })),
  },
  {
    id: 'v3.complaint.detail',
    title: 'A complaint tells how it stands, who has it, and through whose hands it went',
    source: `${observed}: GET /complaints/{id}/complaint`,
    needs,
    async run(context) {
      const answer = await callV3(context, 'GET', `/complaints/${await filed(context)}/complaint`);
      expectV3(answer, Detail, '`results.data` with status and disposition, and `results.data_logs`');
    },
  },
  {
    id: 'v3.complaint.followups',
    title:
      'Follow-ups come with their template, the status before and after as JSON in a text, and a time in d-m-Y H:i:s',
    source: `${observed}: GET /complaints/{id}/followups`,
    needs,
    async run(context) {
      for (const { data, id } of await followUps(context, await filed(context))) {
        if (data === null) continue;
        const said: unknown = await Promise.resolve(data)
          .then(JSON.parse)
          .catch(() => undefined);
        const has = typeof said === 'object' && said !== null && 'status_old' in said && 'status_new' in said;
        expectThat(has, `\`status_old\` and \`status_new\` in the data of follow-up ${id}`, data);
      }
    },
  },
  {
    id: 'v3.followup.reply',
    title: "What the reporter says is among the complaint's follow-ups",
    source: `${observed}: POST /complaints/followup/add`,
    needs,
    async run(context) {
      const id = await filed(context);
      const words = `Masih belum diperbaiki. ${context.newName()}`;
      const body = new FormData();
      const texts = { complaint_id: String(id), content: words, rating: '0', is_secret: '0', user_id: '1' };
      for (const [name, text] of Object.entries(texts)) body.append(name, text);
      const answer = await callV3(context, 'POST', '/complaints/followup/add', { body });
      expectV3(answer, z.unknown(), 'a success');
      const found = (await followUps(context, id)).some(({ content }) => content?.includes(words) ?? false);
      expectThat(found, 'the reply among the follow-ups', 'none with these words');
    },
  },
  {
    id: 'v3.complaint.identity',
    title: 'Who reported anonymously is in no answer',
    source: 'is_anonymous as the public form explains it; UU 27/2022',
    needs,
    async run(context) {
      const id = await filed(context);
      for (const path of [`/complaints/${id}/complaint`, `/complaints/${id}/followups`]) {
        const answer = await callV3(context, 'GET', path);
        expectThat(!answer.text.includes(plantedName), `no name of a reporter from ${path}`, 'the name');
      }
    },
  },
  {
    id: 'v3.reject.authority',
    title: '"Bukan wewenang" without a reason is refused: the hop would be one that nobody understands',
    source: `${observed}: POST /complaints/process/{id}/reject`,
    needs,
    async run(context) {
      const id = await filed(context);
      const body = { is_request: 1, not_authority: 1 };
      expectV3Refusal(
        await callV3(context, 'POST', `/complaints/process/${id}/reject`, { body }),
        400,
        403,
        404,
        409,
        422,
      );
    },
  },
];
