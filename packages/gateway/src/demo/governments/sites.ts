import type { Institution, PrivacyNotice, SiteChannels } from '@lapor/schemas';
import { defaultFeatures, type SiteFeatures } from '../../sites/site-record.ts';
import type { DemoSite } from '../demo-government.ts';

/** Where the examples of this repository are served while one works on them. */
const demoOrigins: readonly string[] = ['http://localhost:8080', 'http://127.0.0.1:8080'];

/** The doors that every region has: SMS 1708 and the national page. They are shown, never called. */
export const nationalChannels: SiteChannels = { sms: { number: '1708' }, nationalPage: 'https://www.lapor.go.id/' };

/**
 * The privacy notice of a demo site. A region writes its own and has it checked; this one shows what must be in it
 * (UU 27/2022 art. 21) and says plainly that the site is a demonstration.
 *
 * @param contact who answers questions about one's data.
 */
const demoNotice = (controller: string, contact: string): PrivacyNotice => ({
  version: '2026-11',
  controller,
  contact,
  basis: 'notice',
  text: [
    `${controller} memproses data yang Anda isikan untuk menerima, meneruskan, menindaklanjuti, dan menjawab laporan Anda. Pemrosesan ini merupakan bagian dari tugas pengelolaan pengaduan pelayanan publik menurut Undang-Undang Nomor 25 Tahun 2009 dan Peraturan Presiden Nomor 76 Tahun 2013.`,
    'Isi laporan dapat dibaca oleh perangkat daerah yang menanganinya dan, melalui SP4N-LAPOR!, oleh instansi lain yang berwenang serta oleh Kementerian PANRB sebagai pengelola nasional. Nama dan kontak Anda tidak ditampilkan kepada umum. Jika Anda memilih Anonim, nama Anda juga tidak ditampilkan kepada instansi yang dilaporkan. Jika Anda memilih Rahasia, isi laporan Anda tidak ditampilkan kepada umum. Petugas yang mengelola laporan tetap dapat melihat data yang diperlukan.',
    'Anda tidak perlu menuliskan NIK. Nama dan kontak boleh dikosongkan; laporan tetap dapat diikuti dengan nomor laporan dan tautan yang Anda terima. Data pribadi disimpan selama laporan ditangani dan dihapus setelah masa retensi berakhir.',
    'Menurut Undang-Undang Nomor 27 Tahun 2022, Anda berhak meminta informasi, salinan, perbaikan, dan penghapusan data pribadi Anda. Sampaikan permintaan Anda melalui kontak di bawah ini.',
    'Situs ini adalah peragaan. Jangan mengisikan data pribadi yang sebenarnya; laporan di sini tidak diteruskan kepada instansi mana pun.',
  ].join('\n\n'),
});

interface DemoSiteRow {
  readonly owner: Institution;
  readonly name: string;
  /** Who answers questions about one's data. */
  readonly contact: string;
  readonly channels?: SiteChannels;
  readonly features?: Partial<SiteFeatures>;
}

/** The site of a government, by the id of the government itself. */
export const demoSite = ({ owner, name, contact, channels = nationalChannels, features }: DemoSiteRow): DemoSite => ({
  id: owner.id,
  institutionId: owner.id,
  regionCode: owner.regionCode ?? '',
  origins: demoOrigins,
  settings: {
    name,
    languages: ['id', 'en'],
    workWeek: 'fiveDays',
    features: { ...defaultFeatures, ...features },
    privacyNotice: demoNotice(owner.name, contact),
    channels,
  },
});
