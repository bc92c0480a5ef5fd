// Reads a row of the official export: its columns, its Indonesian words.
import { statusOfLabel } from '@lapor/schemas';
import { searchRegions } from '@lapor/schemas/regions';

const classifications = {
  pengaduan: 'complaint',
  aspirasi: 'aspiration',
  'permintaan informasi': 'informationRequest',
};

/** Cells carry no-break spaces and line ends of other systems. */
const tidy = (cell = '') => cell.replaceAll('\u00A0', ' ').replaceAll('\r\n', '\n').trim();

/** The region that a row names, as far down as provinces and regencies go: the export has names and no codes. */
const regionCodeOf = (province, regency) => {
  const [above] = province === '' ? [] : searchRegions(province, { limit: 1 });
  if (!above || regency === '') return above?.code;
  return (searchRegions(regency, { limit: 1, within: above.code })[0] ?? above).code;
};

/**
 * A row of the export as a report.
 *
 * @returns the number that it has in the export, whether it is still open, the name of the institution that has it, and the report.
 */
export const readRow = (row) => {
  const cell = (name) => tidy(row[name]);
  const kind = cell('Tipe Laporan').toLowerCase();
  const anonymous = kind.includes('anonim');
  const name = cell('Nama Pelapor');
  const regionCode = regionCodeOf(cell('Provinsi'), cell('Kota/Kabupaten'));
  const number = cell('Tracking ID');
  // The operator may have mended the text: what was handled is the later one.
  const content = cell('Isi Laporan Akhir') || cell('Isi Laporan Awal');
  const origin = `(Nomor SP4N-LAPOR!: ${number}, masuk ${cell('Tanggal Laporan Masuk')})`;
  return {
    number,
    isOpen: !['completed', 'archived'].includes(statusOfLabel(cell('Status Laporan'))),
    institutionName: cell('Instansi Terdisposisi'),
    report: {
      classification: classifications[cell('Klasifikasi Laporan').toLowerCase()] ?? 'complaint',
      title: cell('Judul Laporan'),
      content: `${content}\n\n${origin}`,
      anonymous,
      confidential: kind.includes('rahasia'),
      ...(regionCode && { incident: { place: { regionCode } } }),
      ...(name !== '' && !anonymous && { reporter: { name } }),
    },
  };
};
