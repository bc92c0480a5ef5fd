import type { CalendarYear } from '../work-calendar.ts';

/** Days off of 2026. No amendment was known when this table was written. */
export const id2026: CalendarYear = {
  version: 'id-2026.1',
  year: 2026,
  decrees: [
    'Keputusan Bersama Menteri Agama, Menteri Ketenagakerjaan, dan Menteri PANRB Nomor 1497 Tahun 2025, Nomor 2 Tahun 2025, Nomor 5 Tahun 2025 (19 September 2025)',
  ],
  source:
    'Transcribed from the lists as published by the press, which agree but for one page with a misprint, not from the signed decree. Every weekday named there was checked.',
  publicHolidays: [
    { date: '2026-01-01', name: 'Tahun Baru 2026 Masehi' },
    { date: '2026-01-16', name: 'Isra Mikraj Nabi Muhammad saw.' },
    { date: '2026-02-17', name: 'Tahun Baru Imlek 2577 Kongzili' },
    { date: '2026-03-19', name: 'Hari Suci Nyepi (Tahun Baru Saka 1948)' },
    { date: '2026-03-21', name: 'Idulfitri 1447 Hijriah' },
    { date: '2026-03-22', name: 'Idulfitri 1447 Hijriah' },
    { date: '2026-04-03', name: 'Wafat Yesus Kristus' },
    { date: '2026-04-05', name: 'Kebangkitan Yesus Kristus (Paskah)' },
    { date: '2026-05-01', name: 'Hari Buruh Internasional' },
    { date: '2026-05-14', name: 'Kenaikan Yesus Kristus' },
    { date: '2026-05-27', name: 'Iduladha 1447 Hijriah' },
    { date: '2026-05-31', name: 'Hari Raya Waisak 2570 BE' },
    { date: '2026-06-01', name: 'Hari Lahir Pancasila' },
    { date: '2026-06-16', name: '1 Muharam Tahun Baru Islam 1448 Hijriah' },
    { date: '2026-08-17', name: 'Proklamasi Kemerdekaan' },
    { date: '2026-08-25', name: 'Maulid Nabi Muhammad saw.' },
    { date: '2026-12-25', name: 'Kelahiran Yesus Kristus' },
  ],
  collectiveLeave: [
    { date: '2026-02-16', name: 'Cuti bersama Tahun Baru Imlek 2577 Kongzili' },
    { date: '2026-03-18', name: 'Cuti bersama Hari Suci Nyepi (Tahun Baru Saka 1948)' },
    { date: '2026-03-20', name: 'Cuti bersama Idulfitri 1447 Hijriah' },
    { date: '2026-03-23', name: 'Cuti bersama Idulfitri 1447 Hijriah' },
    { date: '2026-03-24', name: 'Cuti bersama Idulfitri 1447 Hijriah' },
    { date: '2026-05-15', name: 'Cuti bersama Kenaikan Yesus Kristus' },
    { date: '2026-05-28', name: 'Cuti bersama Iduladha 1447 Hijriah' },
    { date: '2026-12-24', name: 'Cuti bersama Kelahiran Yesus Kristus' },
  ],
};
