import type { OperationId } from '@lapor/schemas/contract';
import { endpoints } from '@lapor/schemas/contract';
import type { TestGateway } from '../both-databases.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import { act, type Filed, file, smallPdf, succeed, upload } from './world.test.support.ts';

/** What is planted, by what it would betray. */
export type Kind =
  /** Who reported. */
  | 'identity'
  /** The words of a confidential report. */
  | 'confidential'
  /** That a confidential report exists: its number. */
  | 'number'
  /** Personal data that somebody wrote into a public text. */
  | 'personalData'
  /** What officers write to each other. */
  | 'note'
  /** What was taken out of a report. */
  | 'redacted'
  /** A file's name. */
  | 'file'
  /** What only the receipt tells. */
  | 'token';

/** Something that few may see. */
export interface Secret {
  readonly kind: Kind;
  /** As it is looked for: small letters, without what people put between digits. */
  readonly text: string;
  readonly about: PlantedReport;
}

/** A report into which secrets were planted. */
export interface PlantedReport extends Filed {
  readonly name: string;
  readonly anonymous: boolean;
  readonly confidential: boolean;
  /** Institutions whose officers have it or had it, and those above them. */
  readonly seenBy: readonly string[];
  /** Whose anonymous reporters' names an institution's admin may know: the coordinator, once another has the report. */
  readonly coordinator: string;
}

/** Somebody who calls. */
export interface Actor {
  readonly name: string;
  readonly key: string | null;
  /** The institution of an officer. */
  readonly institution?: string;
  /** The report whose reporter it is. */
  readonly reporterOf?: PlantedReport;
}

/** A number by itself: not one within another, in a fraction or in a random id. */
const numberIn = (number: string): RegExp => new RegExp(String.raw`(?<![\w.-])${number}(?![\w-])`);

/** What stands behind letters of base64, as cursors and links have them. */
const decoded = (text: string): string =>
  (text.match(/[\w-]{16,}/g) ?? []).map((chunk) => Buffer.from(chunk, 'base64url').toString('latin1')).join(' ');

/** What of the secrets stands in a text, in whatever writing. */
export const foundIn = (text: string, secrets: readonly Secret[]): Secret[] => {
  const whole = `${text} ${decoded(text)}`;
  const searched = squeeze(whole);
  return secrets.filter((secret) =>
    secret.kind === 'number' ? numberIn(secret.text).test(whole) : searched.includes(secret.text),
  );
};

/** What is compared: no difference of letters' size, and none of how numbers are grouped. */
const squeeze = (text: string): string => text.toLowerCase().replace(/[\s().-]/g, '');

/** Whether an identity is this e-mail address. */
export const isAddress = ({ text }: Secret, address: string): boolean => text === squeeze(address);

/** Unlike any word, and another for every report. */
const codeOf = (name: string): string => `zq${name.replace(/[^a-z]/g, '')}x`;

interface Plan {
  readonly name: string;
  readonly site: 'sumbar' | 'padang';
  readonly anonymous?: boolean;
  readonly confidential?: boolean;
  /** Whether an office has it; otherwise it stays with the coordinator. */
  readonly disposed?: boolean;
}

const plans: readonly Plan[] = [
  { name: 'bernama', site: 'sumbar', disposed: true },
  { name: 'anonim', site: 'sumbar', anonymous: true, disposed: true },
  { name: 'rahasia', site: 'sumbar', confidential: true, disposed: true },
  { name: 'rahasia-anonim', site: 'sumbar', anonymous: true, confidential: true },
  { name: 'anonim-menunggu', site: 'sumbar', anonymous: true },
  { name: 'kota', site: 'padang', disposed: true },
  { name: 'kota-rahasia', site: 'padang', confidential: true, anonymous: true },
];

/** The words of a confidential report that carry no secret: somebody else's draft may hold them too. */
export const sharedWords = 'Petugas loket meminta uang tambahan untuk pengurusan surat tanah';

const adminOf = { sumbar: testKeys.admin, padang: testKeys.padangAdmin } as const;
const siteOf = { sumbar: testKeys.site, padang: testKeys.padangSite } as const;
const officeOf = { sumbar: 'sumbar.bmckt', padang: 'padang.pupr' } as const;

interface Words {
  readonly code: string;
  /** In the reporter's contact. */
  readonly phone: string;
  readonly mail: string;
  /** In what the reporter wrote. */
  readonly writtenPhone: string;
  readonly writtenMail: string;
  readonly nik: string;
}

const wordsOf = ({ name }: Plan, index: number): Words => {
  const code = codeOf(name);
  return {
    code,
    phone: `812774${3100 + index * 7}`,
    mail: `pribadi${code}@surat.example`,
    writtenPhone: `813885${4200 + index * 11}`,
    writtenMail: `tertulis${code}@surat.example`,
    nik: `137105450390${1017 + index * 13}`,
  };
};

const reportBodyOf = (
  { anonymous, confidential }: Plan,
  { code, phone, mail, writtenPhone, writtenMail, nik }: Words,
  attachment: string,
): object => ({
  title: confidential ? `${sharedWords} ${code}judul` : `Lampu jalan padam ${code.length}`,
  content: `${sharedWords}. NIK saya ${nik}, telepon 0${writtenPhone}, surel ${writtenMail}. ${confidential ? `${code}isi ` : ''}Yang dihapus: ${code}hapus.`,
  incident: {
    place: { regionCode: '13.71', landmark: confidential ? `Depan ${code}tempat` : 'Depan pasar' },
  },
  reporter: { name: `Rosnida ${code}nama`, phone: `+62${phone}`, email: mail, notifyBy: 'email' },
  attachments: [attachment],
  ...(anonymous && { anonymous }),
  ...(confidential && { confidential }),
});

const lead = async (opened: TestGateway, plan: Plan, filed: Filed, { code, writtenPhone }: Words): Promise<void> => {
  const admin = adminOf[plan.site];
  const { body } = await succeed(opened, {
    operationId: 'getDeskReport',
    key: admin,
    parameters: { trackingId: filed.trackingId },
  });
  const start = body.content.indexOf(`${code}hapus`);
  await act(
    opened,
    filed,
    {
      type: 'redact',
      redactions: [{ what: 'text', field: 'content', ranges: [{ start, end: start + code.length + 5 }] }],
      reason: 'Menyebut orang lain.',
    },
    admin,
  );
  await succeed(opened, {
    operationId: 'replyToReport',
    key: filed.token,
    parameters: { trackingId: filed.trackingId },
    body: { message: `Hubungi saya di 0${writtenPhone}. ${plan.confidential ? `${code}balasan` : ''}` },
  });
  await act(opened, filed, { type: 'note', message: `Catatan ${code}catatan` }, admin);
  await act(opened, filed, { type: 'verify' }, admin);
  if (!plan.disposed) return;
  const to = officeOf[plan.site];
  await act(
    opened,
    filed,
    { type: 'dispose', to, reason: plan.confidential ? `${code}alasan` : 'Urusan jalan.' },
    admin,
  );
  await act(opened, filed, { type: 'startFollowUp', plan: plan.confidential ? `${code}rencana` : 'Besok.' }, admin);
  await act(
    opened,
    filed,
    { type: 'respond', message: `Sudah ditangani. ${plan.confidential ? `${code}jawaban` : ''}` },
    admin,
  );
};

const confidentialTexts = ({ confidential, disposed }: Plan, code: string): string[] =>
  confidential
    ? [
        ...['judul', 'isi', 'tempat', 'balasan'].map((word) => code + word),
        ...(disposed ? ['alasan', 'rencana', 'jawaban'].map((word) => code + word) : []),
      ]
    : [];

const secretsOf = (plan: Plan, about: PlantedReport, words: Words): Secret[] => {
  const { code, phone, mail, writtenPhone, writtenMail, nik } = words;
  const planted: [Kind, string[]][] = [
    ['identity', [`${code}nama`, phone, mail]],
    ['personalData', [writtenPhone, writtenMail, nik]],
    ['note', [`${code}catatan`]],
    ['redacted', [`${code}hapus`]],
    ['file', [`${code}berkas`]],
    ['token', [about.token]],
    ['confidential', confidentialTexts(plan, code)],
    ['number', about.confidential ? [about.trackingId] : []],
  ];
  return planted.flatMap(([kind, texts]) => texts.map((text) => ({ kind, text: squeeze(text), about })));
};

/** Files reports full of secrets, leads them as officers would, and tells what must not be seen. */
export const plantSecrets = async (opened: TestGateway): Promise<{ reports: PlantedReport[]; secrets: Secret[] }> => {
  const reports: PlantedReport[] = [];
  const secrets: Secret[] = [];
  for (const [index, plan] of plans.entries()) {
    const words = wordsOf(plan, index);
    const key = siteOf[plan.site];
    const attachment = await upload(opened, smallPdf(), key, `${words.code}berkas.pdf`);
    const filed = await file(opened, reportBodyOf(plan, words, attachment), key);
    await lead(opened, plan, filed, words);
    const report: PlantedReport = {
      ...filed,
      name: plan.name,
      anonymous: plan.anonymous ?? false,
      confidential: plan.confidential ?? false,
      seenBy: [plan.site, ...(plan.disposed ? [officeOf[plan.site]] : [])],
      coordinator: plan.site,
    };
    reports.push(report);
    secrets.push(...secretsOf(plan, report, words));
  }
  return { reports, secrets };
};

/** Everybody who could look: nobody, the pages of two governments, officers of all kinds, and every reporter. */
export const actorsAmong = (reports: readonly PlantedReport[]): Actor[] => [
  { name: 'nobody', key: null },
  { name: 'the province’s page', key: testKeys.site },
  { name: 'the city’s page', key: testKeys.padangSite },
  { name: 'the national admin', key: testKeys.national, institution: 'nasional' },
  { name: 'the province’s admin', key: testKeys.admin, institution: 'sumbar' },
  { name: 'the roads office', key: testKeys.liaison, institution: 'sumbar.bmckt' },
  { name: 'the social office', key: testKeys.otherLiaison, institution: 'sumbar.sosial' },
  { name: 'the city’s admin', key: testKeys.padangAdmin, institution: 'padang' },
  ...reports.map((report): Actor => ({
    name: `the reporter of ${report.name}`,
    key: report.token,
    reporterOf: report,
  })),
];

/** Whether an officer of an institution may see a secret at the desk. */
export const officerMaySee = (institution: string, { kind, about }: Secret): boolean => {
  const isNational = institution === 'nasional';
  if (!isNational && !about.seenBy.includes(institution)) return false;
  if (kind !== 'identity' || !about.anonymous) return true;
  // An anonymous reporter's name: for those who coordinate, and for nobody in the institution that has the report.
  return isNational || (institution === about.coordinator && about.seenBy.length > 1);
};

/**
 * Whether the contract grants this actor to see a secret in the answer of an operation. What is not granted here is a
 * leak: an operation that is new, or that nobody thought of, has nothing granted.
 */
export const mayAppear = (secret: Secret, actor: Actor, operationId: OperationId): boolean => {
  const { kind, about } = secret;
  if (kind === 'token' || kind === 'redacted') return false;
  if (actor.institution !== undefined)
    return endpoints[operationId].tag === 'desk' && officerMaySee(actor.institution, secret);
  if (actor.reporterOf === about) return kind !== 'note' && pathOfReport(operationId);
  return false;
};

const pathOfReport = (operationId: OperationId): boolean => endpoints[operationId].path.includes('{trackingId}');
