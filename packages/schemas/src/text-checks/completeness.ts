import type { Classification } from '../classification.ts';
import type { StatusReason } from '../status-reason.ts';
import { namesPlace } from './place-words.ts';
import { namesTime } from './time-words.ts';

/** What of a draft the check looks at, so that a form can pass what it has without building a report. */
export interface DraftToCheck {
  /** Absent is taken as a complaint. */
  readonly classification?: Classification | undefined;
  readonly title: string;
  readonly content: string;
  readonly incidentDate?: string | undefined;
  readonly regionCode?: string | undefined;
  readonly landmark?: string | undefined;
  readonly attachmentCount: number;
}

/** A part of the story that is missing. */
export type GapCode = 'where' | 'when' | 'what' | 'evidence';

/** Something that an operator will ask for, and the reason for which reports without it are archived. */
export interface Gap {
  readonly code: GapCode;
  /** As in SP4N-LAPOR!'s own archive reasons: "Tidak Jelas", "Tidak Memiliki Bukti Dukung", past the time limit, too general. */
  readonly reason: Extract<StatusReason, 'notClear' | 'tooGeneral' | 'noEvidence' | 'expired'>;
}

/** Words that ask, greet or complain, and tell an operator nothing about the matter. */
const emptyWords = new Set(
  (
    'ada adalah admin agar akan anda atas atau bagi bagaimana bagus bahwa baik banyak bapak begitu belum bisa buat bu bupati buruk dan dari daerah dengan di dinas ' +
    'diperbaiki diperhatikan ditindaklanjuti gubernur hal harap harus ibu ini instansi itu jadi jangan jelek juga kami karena kasih ke kepada kita kok kurang lagi ' +
    'lapor laporan lebih maka masalah masih masyarakat mau mengapa mohon nya oleh pada pak para parah pelayanan pemerintah perbaiki perhatian perlu pihak rakyat saja ' +
    'salam sangat saya sebagai segera sekali selamat semoga semua siang pagi sore sudah supaya tak tapi telah terhormat terima terkait tidak tindak tolong untuk wali walikota warga yang yg yth'
  ).split(' '),
);

/** Below this many different words nobody can tell what happened. */
const fewestWords = 6;
/** Below this many words with a meaning of their own, a text fits every office and therefore none. */
const fewestTellingWords = 4;

const gapInContent = (title: string, content: string): Gap['reason'] | undefined => {
  const all = new Set<string>();
  const telling = new Set<string>();
  for (const [word] of `${title}\n${content}`.matchAll(/[\p{L}\p{N}]{1,40}/gu)) {
    const small = word.toLowerCase();
    all.add(small);
    if (!emptyWords.has(small)) telling.add(small);
    if (all.size >= fewestWords && telling.size >= fewestTellingWords) return undefined;
  }
  return all.size < fewestWords ? 'notClear' : 'tooGeneral';
};

/**
 * What an operator will still ask for, so that the reporter can say it at once. Guidance only: a report is never refused for it.
 *
 * A question needs neither place nor time, and only a complaint needs evidence.
 *
 * @returns the gaps in the order in which a form asks; empty when nothing is missing.
 */
export const checkCompleteness = (draft: DraftToCheck): Gap[] => {
  const { classification = 'complaint', title, content } = draft;
  const gaps: Gap[] = [];
  const unclear = gapInContent(title, content);
  if (unclear !== undefined) gaps.push({ code: 'what', reason: unclear });

  const saysWhere =
    Boolean(draft.regionCode) || Boolean(draft.landmark?.trim()) || namesPlace(title) || namesPlace(content);
  if (classification !== 'informationRequest' && !saysWhere) gaps.push({ code: 'where', reason: 'notClear' });
  if (classification !== 'complaint') return gaps;

  const saysWhen = Boolean(draft.incidentDate) || namesTime(title) || namesTime(content);
  if (!saysWhen) gaps.push({ code: 'when', reason: 'expired' });
  if (draft.attachmentCount === 0) gaps.push({ code: 'evidence', reason: 'noEvidence' });
  return gaps;
};
