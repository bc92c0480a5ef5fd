import type { CalendarYear } from '../work-calendar.ts';

/** Days off of 2025. Version 2 holds the amendment of 7 August 2025, which added 18 August. */
export const id2025: CalendarYear = {
  version: 'id-2025.2',
  year: 2025,
  decrees: [
    'Keputusan Bersama Menteri Agama, Menteri Ketenagakerjaan, dan Menteri PANRB Nomor 1017 Tahun 2024, Nomor 2 Tahun 2024, Nomor 2 Tahun 2024 (14 Oktober 2024)',
    'Keputusan Bersama Menteri Agama, Menteri Ketenagakerjaan, dan Menteri PANRB Nomor 933 Tahun 2025, Nomor 1 Tahun 2025, Nomor 3 Tahun 2025 (7 Agustus 2025)',
  ],
  source:
    'Transcribed from the lists as the press quotes them from the Cabinet Secretariat, not from the signed decrees. Every weekday named there was checked.',
  publicHolidays: [
    { date: '2025-01-01', name: 'Tahun Baru 2025 Masehi' },
    { date: '2025-01-27', name: 'Isra Mikraj Nabi Muhammad saw.' },
    { date: '2025-01-29', name: 'Tahun Baru Imlek 2576 Kongzili' },
    { date: '2025-03-29', name: 'Hari Suci Nyepi (Tahun Baru Saka 1947)' },
    { date: '2025-03-31', name: 'Idulfitri 1446 Hijriah' },
    { date: '2025-04-01', name: 'Idulfitri 1446 Hijriah' },
    { date: '2025-04-18', name: 'Wafat Yesus Kristus' },
    { date: '2025-04-20', name: 'Kebangkitan Yesus Kristus (Paskah)' },
    { date: '2025-05-01', name: 'Hari Buruh Internasional' },
    { date: '2025-05-12', name: 'Hari Raya Waisak 2569 BE' },
    { date: '2025-05-29', name: 'Kenaikan Yesus Kristus' },
    { date: '2025-06-01', name: 'Hari Lahir Pancasila' },
    { date: '2025-06-06', name: 'Iduladha 1446 Hijriah' },
    { date: '2025-06-27', name: '1 Muharam Tahun Baru Islam 1447 Hijriah' },
    { date: '2025-08-17', name: 'Proklamasi Kemerdekaan' },
    { date: '2025-09-05', name: 'Maulid Nabi Muhammad saw.' },
    { date: '2025-12-25', name: 'Kelahiran Yesus Kristus' },
  ],
  collectiveLeave: [
    { date: '2025-01-28', name: 'Cuti bersama Tahun Baru Imlek 2576 Kongzili' },
    { date: '2025-03-28', name: 'Cuti bersama Hari Suci Nyepi (Tahun Baru Saka 1947)' },
    { date: '2025-04-02', name: 'Cuti bersama Idulfitri 1446 Hijriah' },
    { date: '2025-04-03', name: 'Cuti bersama Idulfitri 1446 Hijriah' },
    { date: '2025-04-04', name: 'Cuti bersama Idulfitri 1446 Hijriah' },
    { date: '2025-04-07', name: 'Cuti bersama Idulfitri 1446 Hijriah' },
    { date: '2025-05-13', name: 'Cuti bersama Hari Raya Waisak 2569 BE' },
    { date: '2025-05-30', name: 'Cuti bersama Kenaikan Yesus Kristus' },
    { date: '2025-06-09', name: 'Cuti bersama Iduladha 1446 Hijriah' },
    { date: '2025-08-18', name: 'Cuti bersama Proklamasi Kemerdekaan' },
    { date: '2025-12-26', name: 'Cuti bersama Kelahiran Yesus Kristus' },
  ],
};
