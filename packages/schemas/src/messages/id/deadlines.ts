import type { DeadlineKind, TimeLimit } from '../../deadline.ts';
import type { OpenSet } from '../../fields/open-set.ts';
import { formatDay, formatNumber } from '../formats.ts';

const units: Readonly<Record<TimeLimit['unit'], string>> = { workingDay: 'hari kerja', day: 'hari' };
const counted = (days: number, unit: TimeLimit['unit']) => `${formatNumber(days, 'id')} ${units[unit]}`;

/** What each deadline is called, and what is due by then. */
export const deadlineKinds = {
  verification: { label: 'Batas verifikasi', meaning: 'Laporan diperiksa dan diteruskan ke instansi yang berwenang.' },
  followUp: { label: 'Batas tindak lanjut', meaning: 'Instansi menindaklanjuti dan menjawab laporan.' },
  reporterResponse: {
    label: 'Batas tanggapan pelapor',
    meaning: 'Pelapor dapat menanggapi. Sesudah itu laporan ditutup dengan sendirinya.',
  },
  completion: { label: 'Batas penyelesaian', meaning: 'Seluruh laporan selesai ditangani.' },
  legalLimit: {
    label: 'Batas menurut undang-undang',
    meaning: 'Sesudah itu pelapor dapat mengadu kepada Ombudsman RI.',
  },
} satisfies Record<DeadlineKind, { label: string; meaning: string }>;

/** Which deadline, and its last day. */
export interface DueFacts {
  /** One that is not known here is called a deadline, and nothing more. */
  readonly kind: OpenSet<DeadlineKind>;
  /** `YYYY-MM-DD` */
  readonly dueOn: string;
}

/** How many days are left, or too many. */
export interface DayFacts {
  /** As `remainingOf` of `@lapor/schemas/clock` counts them. */
  readonly days: number;
  readonly unit: TimeLimit['unit'];
}

const labelOf = (kind: string): string =>
  (deadlineKinds as Partial<Record<string, { label: string }>>)[kind]?.label ?? 'Batas waktu';

/** How a deadline stands. */
export const deadlines = {
  running: ({ kind, dueOn }: DueFacts) => `${labelOf(kind)}: ${formatDay(dueOn, 'id')}`,
  met: ({ kind, dueOn }: DueFacts) => `${labelOf(kind)} (${formatDay(dueOn, 'id')}): terpenuhi`,
  missed: ({ kind, dueOn }: DueFacts) => `${labelOf(kind)} (${formatDay(dueOn, 'id')}): terlewat`,
  lifted: ({ kind }: Pick<DueFacts, 'kind'>) => `${labelOf(kind)}: tidak berlaku lagi`,
  left: ({ days, unit }: DayFacts) => (days === 0 ? 'hari ini hari terakhir' : `${counted(days, unit)} lagi`),
  overdue: ({ days, unit }: DayFacts) => (days === 0 ? 'sudah lewat' : `terlambat ${counted(days, unit)}`),
  settled: ({ days, unit }: DayFacts) => (days === 0 ? 'tepat waktu' : `selesai, terlambat ${counted(days, unit)}`),
  limit: ({ amount, unit }: TimeLimit) => `paling lama ${counted(amount, unit)}`,
  provisional: 'Tanggal ini masih bisa bergeser, karena hari libur tahun itu belum ditetapkan.',
};
