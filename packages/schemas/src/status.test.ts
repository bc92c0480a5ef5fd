import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyUnits } from './hostile-input.test.support.ts';
import { closedStatuses, KnownStatusCode, ReportStatus, StatusCode, statusCodes, statusOfLabel } from './status.ts';

/** Every label that was seen in public lists, in exports and with consumers of the national system. */
const seenLabels: Record<string, KnownStatusCode> = {
  'Belum Terverifikasi': 'unverified',
  Terverifikasi: 'verified',
  'Belum Terdisposisi': 'verified',
  'Terdisposisi ke Dinas Perhubungan Kota Padang': 'disposed',
  Terdisposisi: 'disposed',
  'Belum Ditindaklanjuti': 'disposed',
  Diproses: 'inProgress',
  Proses: 'inProgress',
  'Dalam Proses': 'inProgress',
  'Ditindaklanjuti oleh Instansi': 'followedUp',
  Ditindaklanjuti: 'followedUp',
  'Selesai otomatis dalam 10 hari': 'followedUp',
  'Ditanggapi oleh Pelapor': 'reporterReplied',
  Selesai: 'completed',
  'Ditutup oleh Sistem': 'completed',
  'Ditutup oleh Admin': 'completed',
  'Ditutup oleh Pelapor': 'completed',
  Ditunda: 'postponed',
  'Menunggu Kelengkapan Informasi': 'postponed',
  Diarsip: 'archived',
  'Diarsipkan oleh Admin': 'archived',
  'Diarsipkan oleh Sistem': 'archived',
  'Diarsipkan oleh Pelapor': 'archived',
  'Konten Terblokir': 'archived',
};

test('every label seen has its code', () => {
  for (const [label, code] of Object.entries(seenLabels)) assert.equal(statusOfLabel(label), code, label);
});

test('neither case nor spaces nor no-break spaces change what a label means', () => {
  const spelling = fc.record({
    label: fc.constantFrom(...Object.keys(seenLabels)),
    space: fc.constantFrom(' ', '  ', '\u00A0', '\t', '\n '),
    around: fc.constantFrom('', ' ', '\u00A0', '\r\n'),
    spell: fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => text,
    ),
  });
  fc.assert(
    fc.property(spelling, ({ label, space, around, spell }) => {
      assert.equal(statusOfLabel(around + spell(label.replaceAll(' ', space)) + around), seenLabels[label]);
    }),
  );
});

test('a label inside another does not count', () => {
  assert.notEqual(statusOfLabel('Belum Terverifikasi'), statusOfLabel('Terverifikasi'));
  assert.notEqual(statusOfLabel('Belum Terdisposisi'), statusOfLabel('Terdisposisi'));
  assert.notEqual(statusOfLabel('Belum Ditindaklanjuti'), statusOfLabel('Ditindaklanjuti'));
  assert.equal(statusOfLabel('Tidak Selesai'), 'unknown');
});

test('a label ends where its word ends', () => {
  for (const label of ['Selesaikan', 'Diprosesnya', 'Prosesi', 'Terverifikasiß', 'Ditundaé'])
    assert.equal(statusOfLabel(label), 'unknown', label);
  for (const label of ['Selesai.', 'Selesai (12)', 'Selesai - 3 Jan 2026', 'Selesai/Ditutup'])
    assert.equal(statusOfLabel(label), 'completed', label);
});

test('a label that is waiting to be closed is not closed', () => {
  assert.equal(closedStatuses.has(statusOfLabel('Selesai otomatis dalam 10 hari')), false);
  assert.equal(closedStatuses.has(statusOfLabel('Selesai')), true);
});

test('whatever else comes is unknown, however long or strange', () => {
  for (const label of ['', ' ', 'Ditolak', 'Eskalasi Ombudsman', '__proto__', 'constructor', 'unknown', 'ſelesai'])
    assert.equal(statusOfLabel(label), 'unknown', label);
  fc.assert(fc.property(anyUnits, (label) => KnownStatusCode.safeParse(statusOfLabel(label)).success));
  assert.equal(statusOfLabel(`${' '.repeat(1_000_000)}Selesai`), 'unknown');
});

test('a status that a newer gateway invents is still a status', () => {
  const status = { code: 'awaitingParliament', label: 'Menunggu DPRD', rawLabel: 'MENUNGGU DPRD' };
  assert.deepEqual(ReportStatus.parse(status), status);
  for (const code of statusCodes) assert.ok(StatusCode.safeParse(code).success, code);
  for (const code of ['', 'Selesai', 'in progress', 'x'.repeat(41), '<b>'])
    assert.ok(!StatusCode.safeParse(code).success, code);
});

test('a report is closed when it is completed or archived, and only then', () => {
  assert.deepEqual(
    statusCodes.filter((code) => closedStatuses.has(code)),
    ['completed', 'archived'],
  );
});

test('types: a status on the wire may be any text, one of ours may not', () => {
  const onTheWire: StatusCode = 'awaitingParliament';
  // @ts-expect-error not a status that this kit knows
  const ours: KnownStatusCode = 'awaitingParliament';
  assert.equal(onTheWire, ours);
  // @ts-expect-error nobody adds to the closed statuses
  assert.equal(typeof closedStatuses.add, 'function');
});
