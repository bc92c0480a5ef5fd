import type { FakeGatewayOptions } from '@lapor/client/testing';
import type { Category, Suggestions } from '@lapor/schemas';
import type { LaporStep } from '../events/step-change-event.ts';

/** One thing that somebody does in the form, or waits for. A field goes by its name, or by `#` and its id. */
export type Act =
  /** A button or a switch, by what it says first. */
  | readonly [act: 'press', says: string]
  /** The page is left and opened again. */
  | readonly [act: 'visitAgain']
  /** Until the form says so. */
  | readonly [act: 'hear', text: string]
  | readonly [act: 'write', field: string, text: string]
  | readonly [act: 'choose', field: string, value: string]
  /** A photo that the page draws itself. */
  | readonly [act: 'photo', field: string, name: string]
  | readonly [act: 'goOn']
  | readonly [act: 'reach', step: LaporStep]
  /** Until something with this selector is in the form. */
  | readonly [act: 'see', selector: string];

/** A state of the form that people meet, made the way they make it. */
export interface NamedExample {
  /** In addresses and names of files. */
  readonly name: string;
  /** What is to be seen. */
  readonly title: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Attributes of the page's root element: writing direction, language. */
  readonly page?: Readonly<Record<string, string>>;
  /** Styles of the page around the form. */
  readonly style?: string;
  /** The form is opened by `<lapor-button>`, in a dialog. */
  readonly isInDialog?: true;
  /** What the gateway says to a draft, besides what it finds in the text. */
  readonly advice?: Partial<Suggestions>;
  /** How its gateway behaves. */
  readonly gateway?: Pick<FakeGatewayOptions, 'site' | 'disturbances' | 'categories'>;
  readonly acts: readonly Act[];
}

const always = 1_000_000;

const said: readonly Act[] = [
  ['choose', 'classification', 'complaint'],
  ['write', 'title', 'Lampu jalan padam di Jalan Khatib Sulaiman'],
  [
    'write',
    'content',
    'Tiga lampu jalan di depan Pasar Alai padam sejak Senin malam. Jalan menjadi gelap, dan dua pengendara motor sudah terjatuh.',
  ],
];

const toWhere: readonly Act[] = [...said, ['goOn'], ['reach', 'where']];

const placed: readonly Act[] = [
  ['write', 'landmark', 'Depan Pasar Alai, di seberang bengkel'],
  ['write', 'incidentDate', '2026-02-02'],
];

const toWho: readonly Act[] = [...toWhere, ...placed, ['goOn'], ['reach', 'who']];

const named: readonly Act[] = [
  ['write', 'name', 'Upik Rahmawati'],
  ['write', 'email', 'upik@contoh.example'],
];

const toCheck: readonly Act[] = [...toWho, ...named, ['goOn'], ['reach', 'check']];

const toReceipt: readonly Act[] = [...toCheck, ['goOn'], ['reach', 'receipt']];

const offices = {
  transport: { id: 'dishub', name: 'Dinas Perhubungan Kota Padang' },
  housing: { id: 'perkim', name: 'Dinas Perumahan Rakyat dan Kawasan Permukiman Kota Padang' },
} as const;

/** Similar reports of others, and who may be responsible. */
const advice: Partial<Suggestions> = {
  institutions: [
    {
      institution: offices.transport,
      confidence: 0.74,
      reasons: [
        { kind: 'words', text: 'Laporan menyebut “lampu jalan”.' },
        { kind: 'history', text: '38 dari 44 laporan serupa di Kota Padang ditangani instansi ini.' },
      ],
    },
    {
      institution: offices.housing,
      confidence: 0.12,
      reasons: [{ kind: 'place', text: 'Kejadiannya di Kota Padang.' }],
    },
  ],
  similar: [
    {
      trackingId: '9165816',
      classification: 'complaint',
      title: 'Lampu jalan di Pasar Alai mati sejak Minggu',
      excerpt: 'Lampu jalan di dekat pintu barat pasar tidak menyala.',
      status: { code: 'disposed', label: 'Terdisposisi' },
      owner: offices.transport,
      receivedAt: '2026-02-01T12:10:00Z',
      updatedAt: '2026-02-02T01:30:00Z',
      supportCount: 6,
    },
    {
      trackingId: '9165790',
      classification: 'complaint',
      title: 'Tiang lampu di depan bengkel Jalan Khatib Sulaiman miring dan lampunya mati',
      excerpt: 'Tiang lampu miring setelah tertabrak truk.',
      status: { code: 'inProgress', label: 'Diproses' },
      owner: offices.transport,
      receivedAt: '2026-01-29T09:00:00Z',
      updatedAt: '2026-01-30T02:00:00Z',
      supportCount: 1,
    },
  ],
};

const withPhone: readonly Act[] = [
  ...said,
  [
    'write',
    'content',
    'Tiga lampu jalan di depan Pasar Alai padam sejak Senin malam. Hubungi saya di 0812-0000-0117 kalau perlu.',
  ],
  ['see', '#advice summary'],
  ['press', '3 saran'],
];

const lamps: readonly Category[] = [
  {
    id: 'lamps',
    name: 'Penerangan jalan',
    selectable: true,
    questions: [
      { id: 'count', type: 'number', label: 'Berapa lampu yang padam?', required: true, minimum: 1, maximum: 500 },
      { id: 'since', type: 'date', label: 'Padam sejak kapan?', required: false },
      { id: 'leaning', type: 'boolean', label: 'Apakah ada tiang yang miring atau roboh?', required: true },
      {
        id: 'pole',
        type: 'text',
        label: 'Nomor tiang',
        hint: 'Tertulis pada pelat kecil di tiang, misalnya PJU-117.',
        required: false,
        maxLength: 30,
      },
      {
        id: 'when',
        type: 'choice',
        label: 'Kapan lampunya padam?',
        required: true,
        options: [
          { value: 'always', label: 'Sepanjang malam' },
          { value: 'sometimes', label: 'Kadang padam, kadang menyala' },
        ],
      },
      {
        id: 'danger',
        type: 'choices',
        label: 'Apa saja yang ada di dekatnya?',
        required: false,
        options: [
          { value: 'school', label: 'Sekolah' },
          { value: 'crossing', label: 'Penyeberangan' },
          { value: 'market', label: 'Pasar' },
        ],
      },
    ],
  },
];

const longWord = 'Pemberitahuan'.repeat(12);

/** Every state of the form that is tested for accessibility, gone through by keyboard, pictured, and shown in the docs. */
export const namedExamples: readonly NamedExample[] = [
  { name: 'empty', title: 'The first step, as it is met', acts: [['see', '#title']] },
  { name: 'filled', title: 'The first step, filled in', acts: said },
  {
    name: 'with-errors',
    title: 'What has to be mended, in a summary and at each field',
    acts: [['write', 'title', 'Ai'], ['goOn'], ['see', '#summary']],
  },
  {
    name: 'where',
    title: 'Where and when, with a photo',
    acts: [
      ...toWhere,
      ['see', 'select#region'],
      ['choose', 'region', '13.71'],
      ...placed,
      ['photo', 'attachments', 'lampu-padam.jpg'],
      ['see', '.files li'],
    ],
  },
  {
    name: 'region-search',
    title: 'A region by its name: city and namesakes apart',
    acts: [...toWhere, ['write', '#region-search', 'padang'], ['see', '[role=option]']],
  },
  {
    name: 'map',
    title: 'The map, on the borders of the province',
    acts: [...toWhere, ['press', 'Pilih di peta'], ['see', '#map path'], ['hear', 'Lingkaran berada di']],
  },
  {
    name: 'questions',
    title: 'What a category asks, with what has to be mended',
    gateway: { categories: lamps },
    acts: [
      ...toWhere,
      ...placed,
      ['choose', 'category', 'lamps'],
      ['write', 'answer/count', '0'],
      ['goOn'],
      ['see', '#summary'],
    ],
  },
  {
    name: 'advice',
    title: 'Personal data in the text, and similar reports of others',
    advice,
    acts: withPhone,
  },
  {
    name: 'masked',
    title: 'Personal data hidden, and a report of somebody else supported',
    advice,
    acts: [
      ...withPhone,
      ['press', 'Samarkan'],
      ['press', 'Saya juga mengalaminya'],
      ['hear', 'Dukungan Anda tercatat'],
    ],
  },
  {
    name: 'institutions',
    title: 'Who may be responsible, before it is sent',
    advice,
    acts: [...toCheck, ['see', '.part'], ['see', '#targetInstitution'], ['choose', 'targetInstitution', 'dishub']],
  },
  {
    name: 'draft-switch',
    title: 'A draft is kept on this device',
    acts: [...said, ['press', 'Simpan draf di perangkat ini'], ['hear', 'Draf tersimpan.']],
  },
  {
    name: 'draft-restored',
    title: 'What an earlier visit has left',
    acts: [
      ...said,
      ['press', 'Simpan draf di perangkat ini'],
      ['hear', 'Draf tersimpan.'],
      ['visitAgain'],
      ['see', '.restored'],
    ],
  },
  {
    name: 'one-page',
    title: 'Everything on one page',
    attributes: { steps: '1' },
    acts: [['see', '#phone'], ...said, ...placed, ...named],
  },
  {
    name: 'one-page-with-errors',
    title: 'Everything on one page, with what has to be mended',
    attributes: { steps: '1' },
    acts: [['see', '#phone'], ['write', 'email', 'upik'], ['goOn'], ['see', '#summary']],
  },
  { name: 'dialog', title: 'In a dialog', isInDialog: true, acts: said },
  {
    name: 'dialog-with-errors',
    title: 'In a dialog, with what has to be mended',
    isInDialog: true,
    acts: [['goOn'], ['see', '#summary']],
  },
  { name: 'who', title: 'Who reports, and who may see what', acts: [...toWho, ...named] },
  { name: 'anonymous', title: 'Without a name', acts: [...toWho, ['choose', 'anonymous', 'yes']] },
  {
    name: 'confidential',
    title: 'Without a name, and not public',
    acts: [
      ...toWho,
      ['choose', 'anonymous', 'yes'],
      ['choose', 'confidential', 'yes'],
      ['goOn'],
      ['reach', 'check'],
      ['see', '.part'],
    ],
  },
  {
    name: 'check',
    title: 'Everything once more, before it is sent',
    acts: [...toCheck, ['see', '.part']],
  },
  {
    name: 'sending',
    title: 'While it is being sent',
    gateway: { disturbances: [{ kind: 'delay', milliseconds: 3_600_000, on: 'submitReport' }] },
    acts: [...toCheck, ['goOn'], ['see', '[data-busy]']],
  },
  { name: 'sent', title: 'The receipt', acts: toReceipt },
  {
    name: 'queued',
    title: 'No network: the report waits on the device',
    gateway: { disturbances: [{ kind: 'dropBefore', on: 'submitReport', times: always }] },
    acts: [...toCheck, ['goOn'], ['reach', 'queued']],
  },
  {
    name: 'rate-limited',
    title: 'Too many reports at once: this one waits its turn',
    gateway: { disturbances: [{ kind: 'limit', retryAfter: 3600, on: 'submitReport', times: always }] },
    acts: [...toCheck, ['goOn'], ['reach', 'queued']],
  },
  {
    name: 'refused',
    title: 'The gateway does not take it, and says why',
    gateway: { disturbances: [{ kind: 'refuse', code: 'originNotAllowed', on: 'submitReport', times: always }] },
    acts: [...toCheck, ['goOn'], ['see', '#summary']],
  },
  {
    name: 'gateway-down',
    title: 'The gateway does not answer: the form goes on without it',
    gateway: { disturbances: [{ kind: 'dropBefore', times: always }] },
    acts: [...toWhere, ...placed],
  },
  {
    name: 'long-texts',
    title: 'Words without end, and texts as long as they may be',
    acts: [
      ['choose', 'classification', 'aspiration'],
      ['write', 'title', longWord.slice(0, 255)],
      ['write', 'content', `${longWord} `.repeat(12)],
      ['goOn'],
      ['reach', 'where'],
      ['write', 'landmark', longWord],
      ['goOn'],
      ['reach', 'who'],
      ['write', 'name', longWord.slice(0, 100)],
      ['goOn'],
      ['reach', 'check'],
      ['see', '.part'],
    ],
  },
  { name: 'english', title: 'In English', attributes: { lang: 'en' }, acts: toReceipt },
  {
    name: 'right-to-left',
    title: 'On a page that is written from right to left',
    page: { dir: 'rtl' },
    acts: [...said, ['goOn'], ['reach', 'where'], ['see', 'select#region']],
  },
  {
    name: 'dark',
    title: 'Dark, on a page that is light',
    attributes: { theme: 'dark' },
    acts: [['goOn'], ['see', '#summary']],
  },
  {
    name: 'accent',
    title: "In the page's own colour and font",
    style:
      'lapor-form { --lapor-color-accent: #7a1f1f; --lapor-radius: 0; --lapor-max-width: none; font-family: Georgia, serif; }',
    acts: said,
  },
  {
    name: 'narrow',
    title: 'In a column of 320 pixels',
    style: 'main { max-width: 320px; padding: 0; }',
    acts: toWho,
  },
  {
    name: 'large-text',
    title: 'Text twice as large',
    style: ':root { font-size: 200%; }',
    acts: [['write', 'title', 'Ai'], ['goOn'], ['see', '#summary']],
  },
];
