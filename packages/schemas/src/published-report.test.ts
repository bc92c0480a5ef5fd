import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DeskReport } from './desk-report.ts';
import { PublishedReport, ReportSummary } from './published-report.ts';

const institution = { id: 'dinas-pupr', name: 'Dinas PUPR' };
const status = { code: 'disposed', label: 'Diteruskan ke Dinas PUPR' };
const at = '2026-11-22T01:15:50Z';

const report = {
  trackingId: '9165816',
  classification: 'complaint',
  title: 'Lampu jalan padam',
  excerpt: 'Tiga lampu jalan padam …',
  status,
  owner: institution,
  receivedAt: at,
  updatedAt: at,
  supportCount: 0,
  channel: 'website',
  hops: [{ to: institution, at, how: 'received' }],
  deadlines: [],
  timeline: [{ sequence: 0, type: 'received', at, actor: { kind: 'reporter' }, summary: 'Laporan diterima.', status }],
  ombudsmanOffered: false,
};

const own = {
  content: 'Lengkap',
  reporter: { name: 'Rahmi' },
  anonymous: true,
  confidential: false,
  attachments: [],
  allowedActions: ['reply'],
};

test('a report is understood as it is written', () => {
  assert.deepEqual(PublishedReport.parse(report), report);
  assert.deepEqual(PublishedReport.parse({ ...report, own }), { ...report, own });
});

test('members that a newer gateway adds are passed over at every depth', () => {
  const newer = {
    ...report,
    mood: 'angry',
    status: { ...status, colour: 'blue' },
    owner: { ...institution, logo: 'x' },
    place: { regionCode: '13.71', postcode: '25126' },
    timeline: report.timeline.map((event) => ({ ...event, actor: { ...event.actor, desk: 3 }, weather: 'rain' })),
    own: { ...own, reporter: { ...own.reporter, pronoun: 'Ibu' } },
  };
  assert.deepEqual(PublishedReport.parse(newer), { ...report, place: { regionCode: '13.71' }, own });
});

test('words that a newer gateway invents are kept', () => {
  const newer = {
    ...report,
    classification: 'praise',
    channel: 'metaverse',
    status: { code: 'awaitingParliament', label: 'Menunggu DPRD', rawLabel: 'MENUNGGU DPRD' },
    timeline: report.timeline.map((event) => ({ ...event, type: 'telepathised', actor: { kind: 'robot' } })),
    own: { ...own, allowedActions: ['sing'] },
  };
  assert.deepEqual(PublishedReport.parse(newer), newer);
});

test('what the upstream calls a status is kept word for word', () => {
  const rawLabel = ' Terdisposisi ke\u00A0DINAS  PUPR ';
  assert.equal(ReportSummary.parse({ ...report, status: { ...status, rawLabel } }).status.rawLabel, rawLabel);
});

test('a line of a public list has no place for who reported, for content or for a token', () => {
  const leaking = { ...report, reporter: { name: 'Rahmi' }, content: 'x', token: 'rt_x', own };
  for (const secret of ['reporter', 'content', 'token', 'own'])
    assert.equal(secret in ReportSummary.parse(leaking), false, secret);
});

test('a reader at the desk passes over new members of reporter and place too', () => {
  const deskReport = {
    ...report,
    content: 'Lengkap',
    anonymous: false,
    confidential: false,
    attachments: [],
    notes: [],
    merged: [],
    escalationLevel: 0,
    allowedActions: [],
    version: 0,
  };
  const newer = {
    ...deskReport,
    reporter: { name: 'Rahmi', district: 'x' },
    exactPlace: { position: { latitude: -0.9, longitude: 100.3, floor: 2 }, plusCode: 'x' },
  };
  assert.deepEqual(DeskReport.parse(newer), {
    ...deskReport,
    reporter: { name: 'Rahmi' },
    exactPlace: { position: { latitude: -0.9, longitude: 100.3 } },
  });
});
