import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DeskAction, type DeskActionType, Redaction } from './desk-action.ts';
import { StatusReason } from './status-reason.ts';

const reason = 'Jalan ini jalan provinsi, bukan jalan kota.';

/** One good example of every action. */
const examples: { readonly [Type in DeskActionType]: Extract<DeskAction, { type: Type }> } = {
  verify: { type: 'verify', supervision: 'nonSupervisory' },
  dispose: { type: 'dispose', to: 'dinas-pupr', reason },
  returnAsOutsideAuthority: { type: 'returnAsOutsideAuthority', reason, to: 'pemprov-sumbar' },
  postpone: { type: 'postpone', reasonCode: 'awaitingOthers', reason, until: '2027-01-04' },
  archive: { type: 'archive', reasonCode: 'duplicate', reason },
  startFollowUp: { type: 'startFollowUp', plan: 'Petugas datang besok pagi.' },
  respond: { type: 'respond', message: 'Lampu sudah diganti.', attachments: ['upl_1'] },
  complete: { type: 'complete', message: 'Terima kasih.' },
  mergeInto: { type: 'mergeInto', trackingId: '9165816' },
  undoMerge: { type: 'undoMerge' },
  redact: {
    type: 'redact',
    redactions: [{ what: 'text', field: 'content', ranges: [{ start: 10, end: 26 }] }],
    reason,
  },
  correct: { type: 'correct', title: 'Lampu jalan padam', place: { regionCode: '13.71' } },
  note: { type: 'note', message: 'Sudah ditelepon.' },
};

const complaints = (action: unknown): string[] =>
  (DeskAction.safeParse(action).error?.issues ?? []).map(({ path, code }) => `${path.join('.')} ${code}`);

test('every action is understood by its type alone', () => {
  for (const example of Object.values(examples)) assert.deepEqual(DeskAction.parse(example), example);
});

test('a type that is no action is refused at the type', () => {
  for (const type of [
    'delete',
    'Verify',
    '__proto__',
    'constructor',
    '',
    null,
    7,
    ['verify'],
    { verify: 1 },
    undefined,
  ]) {
    assert.deepEqual(complaints({ type, reason }), ['type invalid_union'], JSON.stringify(type));
  }
});

test('a member of another action is refused by name', () => {
  for (const example of Object.values(examples))
    assert.deepEqual(complaints({ ...example, becauseISaySo: true }), [' unrecognized_keys'], example.type);
  assert.deepEqual(complaints({ type: 'verify', to: 'dinas-pupr' }), [' unrecognized_keys']);
});

test('whoever puts a report off, away or back says why', () => {
  for (const type of ['returnAsOutsideAuthority', 'postpone', 'archive', 'redact'] as const) {
    assert.ok(complaints({ ...examples[type], reason: undefined }).includes('reason invalid_type'), type);
    assert.ok(complaints({ ...examples[type], reason: ' \n ' }).includes('reason too_small'), type);
  }
  for (const reasonCode of StatusReason.options) assert.deepEqual(complaints({ ...examples.archive, reasonCode }), []);
  assert.deepEqual(complaints({ ...examples.archive, reasonCode: 'becauseISaySo' }), ['reasonCode invalid_value']);
});

test('what is taken out of a text is a span that holds something', () => {
  const redaction = (start: number, end: number) =>
    Redaction.safeParse({ what: 'message', sequence: 3, ranges: [{ start, end }] });
  assert.ok(redaction(0, 1).success);
  for (const [start, end] of [
    [1, 1],
    [5, 4],
    [-1, 4],
    [0, 1.5],
    [0, 2 ** 53],
  ] as const) {
    assert.deepEqual(
      redaction(start, end).error?.issues.map(({ path }) => path.slice(0, 2)),
      [['ranges', 0]],
      `${start} to ${end}`,
    );
  }
  assert.deepEqual(
    redaction(5, 4).error?.issues.map(({ path }) => path.join('.')),
    ['ranges.0.end'],
  );
  assert.ok(!Redaction.safeParse({ what: 'text', field: 'content', ranges: [] }).success);
});

test('types: an action carries what its type needs', () => {
  // @ts-expect-error a disposition says to whom
  const nowhere: DeskAction = { type: 'dispose' };
  // @ts-expect-error an archived report has a reason code
  const silent: DeskAction = { type: 'archive', reason };
  // @ts-expect-error there is no such action
  const invented: DeskActionType = 'escalate';
  for (const action of [nowhere, silent, { type: invented }]) assert.notDeepEqual(complaints(action), []);
});
