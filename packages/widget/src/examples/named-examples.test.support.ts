import type { FakeGatewayOptions } from '@lapor/client/testing';
import type { LaporStep } from '../events/step-change-event.ts';

/** One thing that somebody does in the form, or waits for. A field goes by its name, or by `#` and its id. */
export type Act =
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

const longWord = 'Pemberitahuan'.repeat(12);

/** Every state of the form that is tested for accessibility, gone through by keyboard, pictured, and shown in the docs. */
export const namedExamples: readonly NamedExample[] = [
  { name: 'empty', title: 'The first step, as it is met', acts: [] },
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
