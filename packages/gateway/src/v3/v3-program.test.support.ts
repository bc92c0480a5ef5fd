import { pdfOf, photoWithPlace } from '../attachments/attachments.test.support.ts';
import type { TestGateway } from '../both-databases.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';

/** The two secrets of a program: its application's, and that of the institution in whose name it acts. */
export interface Secrets {
  readonly application: string | null;
  readonly account: string | null;
}

/** A program of the province: the office's key is the application's, and the admin's tells whose it is. */
export const provincial: Secrets = { application: testKeys.national, account: testKeys.admin };
/** A program of the city. */
export const municipal: Secrets = { application: testKeys.national, account: testKeys.padangAdmin };

/** What a program gets. */
export interface ProgramAnswer {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into bodies of every kind
  readonly body: any;
}

/** Calls the door as a program does. A body that is a form goes as one, anything else as JSON. */
export const callV3 = async (
  { gateway }: TestGateway,
  method: 'GET' | 'POST',
  path: string,
  {
    secrets = provincial,
    body,
    headers = {},
  }: { secrets?: Secrets; body?: unknown; headers?: Record<string, string> } = {},
): Promise<ProgramAnswer> => {
  const isForm = body instanceof FormData;
  const request = new Request(`http://localhost:1708/lapor/3.0.0${path}`, {
    method,
    headers: {
      ...(secrets.application !== null && { authorization: `Bearer ${secrets.application}` }),
      ...(secrets.account !== null && { token: secrets.account }),
      ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: isForm || typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const answer = await gateway.fetch(request, { address: '127.0.0.1' });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
};

/** A complaint as programs send it, invented. */
export const sampleComplaint = (change: object = {}) => ({
  title: 'Jembatan gantung rusak',
  content: 'Papan jembatan gantung di Koto Tangah banyak yang lepas. Anak-anak takut menyeberang ke sekolah.',
  channel: 13,
  is_new_user_slider: true,
  emailUser: 'warga@contoh.example',
  nameUser: 'Rangkayo Basa',
  phoneUser: '081234567890',
  is_inbox: true,
  is_disposisi_slider: false,
  classification_id: 6,
  disposition_id: null,
  category_id: null,
  priority_program_id: null,
  location_id: null,
  community_id: null,
  date_of_incident: '2026-03-09',
  copy_externals: null,
  info_disposition: 'Mohon ditindaklanjuti',
  info_attachments: '[]',
  tags_raw: '#jembatan',
  is_approval: true,
  is_anonymous: false,
  is_secret: false,
  is_priority: false,
  attachments: false,
  ...change,
});

/** Files a complaint and gives its number. */
export const fileSample = async (
  opened: TestGateway,
  change: object = {},
  secrets: Secrets = provincial,
): Promise<number> => {
  const { body, status } = await callV3(opened, 'POST', '/complaints/complaint', {
    body: sampleComplaint(change),
    secrets,
  });
  if (status !== 200) throw new Error(`the complaint was refused: ${JSON.stringify(body)}`);
  return body.complaint_id;
};

/** A list of the master data, by name. */
export const mastersOf = async (opened: TestGateway, path: string): Promise<ReadonlyMap<string, number>> => {
  const { body } = await callV3(opened, 'GET', `/masters/${path}?page_size=1000`);
  return new Map(body.results.data.map(({ id, name }: { id: number; name: string }) => [name, id]));
};

/** A multipart body of texts and files. */
export const formOf = (
  texts: Record<string, string | number>,
  files: Record<string, readonly File[]> = {},
): FormData => {
  const form = new FormData();
  for (const [name, text] of Object.entries(texts)) form.append(name, String(text));
  for (const [name, list] of Object.entries(files)) for (const file of list) form.append(name, file);
  return form;
};

/** A photo that tells where it was taken, as phones make them. */
export const samplePhoto = async (name: string): Promise<File> =>
  new File([new Uint8Array(await photoWithPlace(200, 100))], name, { type: 'image/jpeg' });

/** A document. */
export const samplePdf = (name: string): File =>
  new File([new Uint8Array(pdfOf(2_000))], name, { type: 'application/pdf' });
