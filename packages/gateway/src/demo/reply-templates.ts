import type { ReplyTemplate } from '@lapor/schemas';
import { demoGovernments } from './governments/all.ts';

const texts: readonly (readonly [id: string, name: string, text: string])[] = [
  [
    'diterima',
    'Laporan diterima',
    'Yth. {{reporter}}, laporan Anda nomor {{trackingId}} sudah kami terima dan sedang kami periksa. Kami akan memberi kabar sebelum batas waktu tindak lanjut. Salam, {{institution}}.',
  ],
  [
    'perlu-keterangan',
    'Perlu keterangan',
    'Yth. {{reporter}}, agar laporan "{{title}}" dapat kami tindak lanjuti, mohon tuliskan tempat dan waktu kejadiannya dengan membalas pesan ini. Foto akan sangat membantu. Salam, {{institution}}.',
  ],
  [
    'selesai',
    'Sudah ditangani',
    'Yth. {{reporter}}, laporan Anda nomor {{trackingId}} sudah kami tangani. Bila masih ada yang kurang, sampaikan dengan membalas pesan ini. Terima kasih sudah melapor. Salam, {{institution}}.',
  ],
];

/** Prepared answers, the same three for each government. */
export const demoReplyTemplates: readonly ReplyTemplate[] = demoGovernments.flatMap(({ name, site }) =>
  texts.map(([id, templateName, text]) => ({
    id: `${name}.${id}`,
    institutionId: site.institutionId,
    name: templateName,
    text,
  })),
);
